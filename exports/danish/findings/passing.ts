/** Findings in Danish: what became of information on its way, public statements, the shared picture. */
import type { Wording } from '../../finding.ts';
import { certainty } from '../passing.ts';

type Own =
  'CONTRADICTION' | 'RUMOUR_OPEN' | 'CONF_INFLATION' | 'LOST_FACT' | 'STALE_COP' | 'COP_DIVERGENCE';

/** `possible-confirmed`: how sure it had been said to be, and how sure it was then said to be. */
const steps = (variant: string): readonly [string, string] => {
  const [met, stated] = variant.split('-').map((word) => certainty(word));
  return [met ?? '', stated ?? ''];
};

export const passingFindings: Record<Own, Wording> = {
  CONTRADICTION: {
    title: (s) => `Modstridende oplysninger offentliggjort: ${s.facts}`,
    happened: (s) =>
      s.variant === 'ended'
        ? `Udgaverne ${s.facts} stod samtidig i ${s.lasted}, i det, der var udsendt af ${s.roles}.`
        : `Udgaverne ${s.facts} stod imod hinanden fra ${s.at} og til øvelsens slutning, i det, der var udsendt af ${s.roles}.`,
    planned: () =>
      'Kun den ene udgave er rigtig. Det, myndighederne melder ud, skal stemme overens.',
    causes: () =>
      'Kan skyldes, at udmeldinger ikke blev stemt af, at tallet var hentet fra pressen, eller at rettelsen kun nåede nogle.',
    question: () =>
      'Hvem stemmer udmeldinger af, før de går ud, og hvem retter, når noget er forkert?',
    action: () =>
      'Aftal én kilde til tal og kernebudskaber, og hvem der udsender en rettelse hvor og hvornår.',
  },
  RUMOUR_OPEN: {
    title: (s) => `Rygte uden modsvar: ${s.facts}`,
    happened: (s) =>
      `Den forkerte udgave kom offentligt frem ved ${s.at}${s.variant === 'own' ? ', også i en udtalelse fra en af rollerne' : ''}. ${s.roles} havde læst den og kendte den rigtige i op til ${s.lasted}, men ingen udtalelse bragte den frem.`,
    planned: () => 'Forkerte oplysninger, som offentligheden handler på, bliver modsagt.',
    causes: () =>
      'Det kan være valgt ikke at give rygtet mere luft, ingen kan have set det som sin opgave, eller det kan være afvist mundtligt over for pressen.',
    question: () =>
      'Så I, at rygtet løb, hvem mente I, at der skulle svare, og hvad talte for at tie?',
    action: () =>
      'Aftal, hvem der følger omtalen, hvem der afgør, om et rygte skal modsiges, og hvem der gør det.',
  },
  CONF_INFLATION: {
    title: (s) => `Sagt mere sikkert, end det var modtaget: ${s.facts}`,
    happened: (s) => {
      const [met, stated] = steps(s.variant);
      return `Ved ${s.at} gav ${s.roles} oplysningen ${s.facts} videre som ${stated}; det sikreste, rollen selv havde læst, var ${met}.`;
    },
    planned: () => 'Hvor sikker en oplysning er, følger med, når den gives videre.',
    question: () =>
      'Hvad byggede sikkerheden på, og var det noget, der stod et sted, hvor andre kunne se det?',
    action: () =>
      'Lad skabeloner for situationsmeldinger have en plads til, hvor sikker hver oplysning er, og hvem der har bekræftet den.',
  },
  LOST_FACT: {
    title: (s) =>
      s.variant === 'altered'
        ? `Forvansket på vejen fra ${s.roles} til ${s.others}: ${s.facts}`
        : `Faldt ud på vejen fra ${s.roles} til ${s.others}: ${s.facts}`,
    happened: (s) =>
      s.variant === 'altered'
        ? `Oplysningen ${s.facts} kom rigtigt ind og gik videre i en anden udgave. ${s.part} af det, der skulle videre, nåede frem.`
        : `Noget af det modtagne gik videre, men ikke ${s.facts}. ${s.part} af det, der skulle videre, nåede frem.`,
    planned: (s) => `Oplysningen skulle bruges af ${s.others} til ${s.purpose}.`,
    question: () =>
      'Hvordan blev det valgt, hvad der skulle med, og kunne I se, hvad modtageren manglede?',
    action: () =>
      'Send det modtagne videre i sin helhed, når det er kort, og henvis til kilden, når det er langt.',
  },
  STALE_COP: {
    title: (s) => `Situationsbilledet stod stille i ${s.lasted}`,
    happened: (s) =>
      `Fra ${s.at} blev intet afsnit opdateret i ${s.lasted}. I perioder som denne fik organisationer, der skrev i billedet, kendskab til ${s.facts}, som ikke stod i det.`,
    planned: (s) => `Billedet var i brug i ${s.window}. Planen angiver ingen rytme for opdatering.`,
    question: () =>
      'Hvem havde billedet i den tid, og hvad ville have fået en af jer til at opdatere det?',
    action: () =>
      'Aftal en fast rytme for situationsbilledet, og hvem der har ansvaret for hvert afsnit, også om natten.',
  },
  COP_DIVERGENCE: {
    title: (s) => `Situationen blev set forskelligt: ${s.asked}`,
    happened: (s) =>
      `Ved ${s.at} blev der spurgt ${s.asked}. Det mest almindelige svar fik ${s.part}.`,
    planned: () =>
      'Roller behøver ikke vide det samme, men det, de handler på, skal kunne forenes.',
    question: () => 'Hvad byggede I hver især på, og havde forskellen betydning for det, I gjorde?',
    action: () =>
      'Brug situationsbilledet til det, alle skal være enige om, og sig det højt ved stabsmøderne.',
  },
};
