/** The column with the range of days, where a table has one. */
export const RANGES: Readonly<Record<string, string>> = {
  unit: 'validity',
  unit_span: 'validity',
  sector: 'validity',
  receiving_authority: 'validity',
  movement: 'period',
  criteria_set_version: 'validity',
  person_post: 'validity',
  role_grant: 'validity',
  account_person: 'validity',
  council: 'validity',
  council_member: 'validity',
  council_rule: 'validity',
  commendation: 'period',
  indicator_definition: 'validity',
  figure: 'period',
  review: 'period',
};
