/**
 * Must be imported before Ink. React's development build notes every drawing in the process's
 * performance timeline and never lets go of it: 5 MB a second at fifteen drawings a second.
 * Knows: which build is wanted. Does not know: who draws.
 */
process.env['NODE_ENV'] ??= 'production';
