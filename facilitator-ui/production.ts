/**
 * Must be imported before Ink. React's development build notes every drawing in the process's
 * performance timeline and never lets go of it: about a gigabyte for an exercise of a day.
 */
process.env['NODE_ENV'] ??= 'production';
