/** Findings on restoration and load in Danish. Knows: their codes. */
import type { Wording } from '../../finding.ts';

export const serviceFindings: Readonly<
  Record<
    'RTO_MISSED' | 'RPO_MISSED' | 'ORDER_VIOLATION' | 'BREAKPOINT' | 'STRENGTH_RESTORED',
    Wording
  >
> = {
  RTO_MISSED: {
    title: (s) => `Nedetiden blev for lang: ${s.service}`,
    happened: (s) =>
      s.variant === 'still'
        ? `Tjenesten havde været nede i ${s.lasted}, da øvelsen sluttede, og var ikke genoprettet.`
        : s.variant === 'plan'
          ? `Tjenesten var nede i ${s.lasted}, selv om ${s.task} blev løst inden for sin frist.`
          : `Tjenesten var nede i ${s.lasted}, før den igen var fuldt i drift: ${s.lateBy} for længe.`,
    planned: (s) => `Den må højst være nede i ${s.window} (RTO).`,
    causes: () =>
      'Manglede der adgang, folk, et rent grundlag eller en beslutning? Er målet realistisk?',
    question: (s) =>
      s.variant === 'plan'
        ? 'Opgavens frist ligger efter RTO. Hvilken af de to gælder, og hvem ved det?'
        : 'Hvad ventede genoprettelsen på, og hvem kunne have fjernet det, den ventede på?',
    action: () => 'Afstem RTO, opgavens frist og det, der i praksis kan nås, med tjenestens ejer.',
  },
  RPO_MISSED: {
    title: (s) => `Genoprettet på for gamle data: ${s.service}`,
    happened: (s) =>
      `Da ${s.roles} løste ${s.task}, var de genoprettede data ${s.lasted} gamle: ${s.lateBy} for meget.`,
    planned: (s) =>
      `Data må højst være ${s.window} gamle (RPO), og planen har en opgave, der kan nå det.`,
    causes: () =>
      'Kan være et bevidst bytte af nyere data mod tid eller sikkerhed, eller den nyere sikkerhedskopi kan have været ukendt.',
    question: () =>
      'Hvem vidste, hvad der gik tabt, hvem besluttede det, og hvad sagde tjenestens ejer?',
    action: () =>
      'Aftal med tjenestens ejer, hvor gamle data må være, og hvem der må vælge en ældre sikkerhedskopi.',
  },
  ORDER_VIOLATION: {
    title: (s) => `Genoprettet i forkert rækkefølge: ${s.service} før ${s.dependency}`,
    happened: (s) =>
      s.variant === 'never'
        ? `Ved ${s.at} blev ${s.service} løftet højere end ${s.dependency}, som den hviler på. Det blev aldrig indhentet.`
        : `Ved ${s.at} blev ${s.service} løftet højere end ${s.dependency}, som den hviler på. Først ${s.lasted} senere var den kommet lige så langt.`,
    planned: (s) => `${s.service} hviler på ${s.dependency} og genoprettes efter den.`,
    question: () =>
      'Var afhængigheden kendt, da rækkefølgen blev valgt, og virkede tjenesten i mellemtiden?',
    action: () => 'Skriv afhængighederne ind i reetableringsplanen, og afprøv rækkefølgen.',
  },
  BREAKPOINT: {
    title: (s) => `Belastningen blev for stor: ${s.roles}`,
    happened: (s) =>
      `Med ${s.load} eller flere ting at tage sig af på én gang blev ${s.part} gjort i tide. Under det holdt rollen trit. ${s.variant === 'lasting' ? 'Det rettede sig ikke i øvelsen.' : `Det rettede sig efter ${s.after}.`}`,
    planned: () => 'Hver forventning har sin frist, uanset hvor mange der er.',
    causes: () =>
      'Blev noget valgt fra med vilje, eller blev det glemt? Kunne andre have taget noget af det?',
    question: () =>
      'Hvordan mærkede I, at det blev for meget, hvad valgte I fra, og hvem fik det at vide?',
    action: () => 'Aftal, hvem der aflaster rollen, og ved hvilket tegn.',
  },
  STRENGTH_RESTORED: {
    title: (s) => `Genoprettet i tide: ${s.service}`,
    happened: (s) =>
      `Tjenesten var fuldt i drift igen efter ${s.lasted} (RTO ${s.window}), da ${s.roles} havde løst ${s.task}.`,
    planned: () => 'Som planlagt.',
    question: () => 'Hvad gjorde, at det lykkedes, og hvor ellers kunne det bruges?',
    action: () => 'Fasthold og beskriv praksis.',
  },
};
