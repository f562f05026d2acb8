/** The words of joining: codes, pseudonyms, chairs taken over, the waiting room, going on elsewhere. */
export const join = {
  join: {
    code: 'Kode',
    codeHint: 'Seks tegn, for eksempel K7M-4QX. Store og små bogstaver er ligegyldige.',
    codeOpen: 'Gå ind',
    codeForm: 'Det er ikke en kode. En kode har seks tegn, for eksempel K7M-4QX.',
    codeWrong: 'Koden åbner ikke noget. Se efter, om den er skrevet rigtigt, eller bed om en ny.',
    codeLater:
      'Der er prøvet mange forkerte koder. Vi prøver din igen af os selv; det kan tage et minut.',

    oneRole: 'Linket er til denne rolle. Tag pladsen, når du er klar.',
    pseudonym: 'Dit pseudonym',
    pseudonymHint:
      'Det står i øvelsens journal og i rapporten, så brug ikke dit rigtige navn. Skriver du ikke noget, får du et nummer.',
    deputy: 'Jeg sidder her som stedfortræder',
    asDeputy: 'Du sidder der som stedfortræder.',
    away: (who: string) => `${who} har ingen forbindelse nu`,
    over: 'Overtag pladsen',
    overFor: (who: string, role: string) => `Overtag pladsen fra ${who} som ${role}`,
    overAsk: (who: string) =>
      `Vil du overtage pladsen fra ${who}? Den, der sad der, kan så ikke komme tilbage til den. I journalen står, at én er gået, og én er kommet.`,
    overYes: 'Ja, overtag den',
    overNo: 'Nej, lad den være',

    waiting: 'Venteværelse',
    waitingText:
      'Øvelsen er ikke begyndt. Siden skifter af sig selv, når øvelsesledelsen starter den; du skal ikke gøre noget.',
    ahead: 'Det sker der',
    aheadSteps: {
      first: 'Læs, hvad du har fået at vide om din rolle.',
      second: 'Prøv et indspil herunder, så du ved, hvordan siden virker.',
      third:
        'Når øvelsen begynder, kommer der indspil i indbakken. Handl, som du ville i virkeligheden.',
    },
    toRole: 'Læs om din rolle',

    practice: 'Prøv et indspil',
    practiceText:
      'Det hører ikke til øvelsen. Siden måler, hvor lang tid der går, før du har åbnet beskeden, og før du har kvitteret, så rapporten kan skelne værktøjets tid fra din. Tallene står i journalen under dit pseudonym.',
    practiceStart: 'Vis prøvebeskeden',
    practiceSkip: 'Spring over',
    practiceSkipped: 'Prøven er sprunget over.',
    practiceAgain: 'Prøv igen',
    practiceCame: 'Der er kommet en prøvebesked. Åbn den.',
    practiceFrom: 'Øvelsesledelsen',
    practiceTitle: 'PRØVE: Kan I læse dette?',
    practiceBody:
      'Dette er en **prøve** og ikke en del af øvelsen.\n\nSådan ser det ud, når nogen skriver til din rolle. Tryk på *Kvittér*, så afsenderen kan se, at du har læst det.',
    practiceOpen: 'Åbn: PRØVE: Kan I læse dette?',
    acknowledge: 'Kvittér',
    practiceDone: (opened: string, acknowledged: string) =>
      `Godt. Du åbnede beskeden efter ${opened} sekunder og kvitterede efter ${acknowledged}.`,

    elsewhere: 'Fortsæt på en anden enhed',
    elsewhereText:
      'Du får en kode, som åbner netop din plads på en anden telefon eller computer. Her lukker den så.',
    elsewhereGet: 'Vis en kode',
    elsewhereNew: 'Vis en ny kode',
    elsewhereDo: (address: string) => `Åbn ${address} på den anden enhed, og skriv koden:`,
    elsewhereUntil: (time: string) => `Koden virker én gang, indtil klokken ${time}.`,
    movedTitle: 'Du er fortsat på en anden enhed',
    movedText:
      'Din plads er åben der nu. Vil du tilbage hertil, så bed om en kode på den anden enhed under Min rolle.',
    yourPseudonym: 'Pseudonym',
  },
};
