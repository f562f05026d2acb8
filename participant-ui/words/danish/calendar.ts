/** Dates in words. */
export const calendar = {
  months: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ] as readonly string[],
  date: (day: number, month: string, year: string) => `${day}. ${month} ${year}`,
};
