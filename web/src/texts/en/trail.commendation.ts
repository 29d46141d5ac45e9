type Words = Readonly<Record<string, string>>;

/** What was done about commendations, as `trail.actions` has it. */
export const commendationActions: Words = {
  'commendation.corrected': 'corrected the commendation',
  'commendation.moneyDecided': 'decided the money',
  'commendation.granted': 'granted the commendation',
  'commendation.recorded': 'entered the commendation from a paper',
  'commendation.completed': 'added names',
  'commendation.completionTakenBack': 'took back an added name',
  'commendation.paidOnce': 'computed anew: only the highest of one period is paid',
  'commendation.revoked': 'revoked the commendation',
  'commendation.revocationTakenBack': 'took back the revocation',
  'commendation.recovered': 'marked as recovered',
  'commendation.removed': 'removed the commendation',
};

export const commendationFields: Words = {
  fromPaper: 'entered from paper',
  onEntry: 'stated when entered',
  onDay: 'day on the paper',
  reason: 'why',
  version: 'saved version',
  certificateDue: 'certificate to recover',
  moneyDue: 'money to recover',
  certificateRecoveredOn: 'certificate recovered on',
  moneyRecoveredOn: 'money recovered on',
  revokedGround: 'ground',
  revokedOn: 'revoked on',
  revokedReason: 'why revoked',
  amount: 'money (đồng)',
  issuerClass: 'as whom',
  lawAct: 'law',
  lawReason: 'why this law',
  lawVerified: 'law verified',
  money: 'how the money came about',
  recipientKind: 'recipient',
  recordedOn: 'entered on',
  presentedOn: 'presented on',
  statedCount: 'number on the paper',
};
