type Words = Readonly<Record<string, string>>;

/** What was done about commendations, as `trail.actions` has it. */
export const commendationActions: Words = {
  'commendation.corrected': 'đính chính khen thưởng',
  'commendation.moneyDecided': 'quyết định tiền thưởng',
  'commendation.granted': 'tặng khen thưởng',
  'commendation.recorded': 'nhập khen thưởng từ văn bản',
  'commendation.completed': 'bổ sung tên người được khen',
  'commendation.completionTakenBack': 'lấy lại tên đã bổ sung',
  'commendation.paidOnce': 'tính lại: cùng kỳ chỉ chi mức cao nhất',
  'commendation.revoked': 'thu hồi khen thưởng',
  'commendation.revocationTakenBack': 'lấy lại việc thu hồi',
  'commendation.recovered': 'ghi đã thu hồi',
  'commendation.removed': 'xóa khen thưởng',
};

export const commendationFields: Words = {
  fromPaper: 'nhập từ giấy tờ',
  onEntry: 'ghi khi nhập',
  onDay: 'ngày ghi trên giấy tờ',
  reason: 'lý do',
  version: 'lần lưu',
  certificateDue: 'phải thu hồi hiện vật',
  moneyDue: 'phải thu hồi tiền thưởng',
  certificateRecoveredOn: 'ngày thu hồi hiện vật',
  moneyRecoveredOn: 'ngày thu hồi tiền',
  revokedGround: 'căn cứ thu hồi',
  revokedOn: 'ngày thu hồi',
  revokedReason: 'lý do thu hồi',
  amount: 'tiền thưởng (đồng)',
  issuerClass: 'thẩm quyền',
  lawAct: 'luật áp dụng',
  lawReason: 'lý do áp dụng luật',
  lawVerified: 'luật đã xác minh',
  money: 'cách tính tiền thưởng',
  recipientKind: 'đối tượng',
  recordedOn: 'ngày nhập',
  presentedOn: 'ngày trao',
  statedCount: 'số lượng trên văn bản',
};
