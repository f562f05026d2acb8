/** The words of joining: codes, pseudonyms, chairs taken over, the waiting room, going on elsewhere. */

export const da = {
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

export const en: typeof da = {
  join: {
    code: 'Code',
    codeHint: 'Six characters, for example K7M-4QX. Upper or lower case does not matter.',
    codeOpen: 'Go in',
    codeForm: 'That is not a code. A code has six characters, for example K7M-4QX.',
    codeWrong: 'The code opens nothing. Check that it is written correctly, or ask for a new one.',
    codeLater:
      'Many wrong codes have been tried. We try yours again by ourselves; it can take a minute.',

    oneRole: 'The link is for this role. Take the seat when you are ready.',
    pseudonym: 'Your pseudonym',
    pseudonymHint:
      'It stands in the exercise’s journal and in the report, so do not use your real name. If you write nothing, you get a number.',
    deputy: 'I sit here as a deputy',
    asDeputy: 'You sit there as the deputy.',
    away: (who) => `${who} has no connection now`,
    over: 'Take over the seat',
    overFor: (who, role) => `Take over the seat from ${who} as ${role}`,
    overAsk: (who) =>
      `Do you want to take over the seat from ${who}? Whoever sat there could not come back to it. The journal shows that one left and one came.`,
    overYes: 'Yes, take it over',
    overNo: 'No, leave it',

    waiting: 'Waiting room',
    waitingText:
      'The exercise has not begun. The page changes by itself when exercise control starts it; you need do nothing.',
    ahead: 'What will happen',
    aheadSteps: {
      first: 'Read what you were told about your role.',
      second: 'Try an inject below, to see how the page works.',
      third: 'When the exercise begins, injects come to the inbox. Act as you would in reality.',
    },
    toRole: 'Read about your role',

    practice: 'Try an inject',
    practiceText:
      'It is no part of the exercise. The page measures how long it takes before you have opened the message and before you have acknowledged it, so that the report can tell the tool’s time from yours. The figures are in the journal under your pseudonym.',
    practiceStart: 'Show the practice message',
    practiceSkip: 'Skip it',
    practiceSkipped: 'The practice has been skipped.',
    practiceAgain: 'Try again',
    practiceCame: 'A practice message has come. Open it.',
    practiceFrom: 'Exercise control',
    practiceTitle: 'PRACTICE: Can you read this?',
    practiceBody:
      'This is **practice** and no part of the exercise.\n\nThis is what it looks like when somebody writes to your role. Press *Acknowledge*, so that the sender can see that you have read it.',
    practiceOpen: 'Open: PRACTICE: Can you read this?',
    acknowledge: 'Acknowledge',
    practiceDone: (opened, acknowledged) =>
      `Good. You opened the message after ${opened} seconds and acknowledged it after ${acknowledged}.`,

    elsewhere: 'Go on with another device',
    elsewhereText:
      'You get a code that opens this very seat on another telephone or computer. It then closes here.',
    elsewhereGet: 'Show a code',
    elsewhereNew: 'Show a new code',
    elsewhereDo: (address) => `Open ${address} on the other device, and write the code:`,
    elsewhereUntil: (time) => `The code works once, until ${time}.`,
    movedTitle: 'You have gone on with another device',
    movedText:
      'Your seat is open there now. To come back here, ask for a code on the other device, under My role.',
    yourPseudonym: 'Pseudonym',
  },
};
