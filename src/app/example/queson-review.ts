/** The models named in the report on Quế Sơn's review of 13/10/2022: the district's theme and six models of units. It gives no start, level or decision. */
export interface ExampleModel {
  readonly title: string;
  /** Keys of `quesonEvents`. */
  readonly unit: string;
  readonly jointOwners?: readonly string[];
  readonly place?: string;
  readonly themes: readonly string[];
}

export const reviewedOn = '2022-10-13';
export const reviewSource =
  'Quế Sơn tổ chức sơ kết 03 năm thực hiện mô hình “Dân vận khéo” (tin của Phòng Nội vụ huyện Quế Sơn về hội nghị ngày 13/10/2022)';

export const themeModel: ExampleModel = {
  title: 'công tác tiếp dân, giải quyết thủ tục hành chính đối với tổ chức và công dân',
  unit: 'UBND-QS',
  jointOwners: ['BDV-QS'],
  themes: ['tiếp dân', 'cải cách hành chính'],
};

export const unitModels: readonly ExampleModel[] = [
  {
    title: 'Nâng cao trách nhiệm của cán bộ, công chức trong việc thực hiện cải cách thủ tục hành chính',
    unit: '20651',
    place: 'bộ phận 1 cửa',
    themes: ['cải cách hành chính', 'một cửa'],
  },
  { title: 'Giải quyết thủ tục hành chính cho công dân trong ngày thứ bảy', unit: '20641', themes: ['cải cách hành chính'] },
  {
    title: 'Dân vận khéo trong công tác tiếp dân, giải quyết đơn thư khiếu nại, tố cáo của công dân',
    unit: 'THANHTRA-QS',
    themes: ['tiếp dân', 'khiếu nại, tố cáo'],
  },
  { title: 'Dân vận khéo tại bộ phận một cửa', unit: '20659', place: 'bộ phận một cửa', themes: ['một cửa'] },
  {
    title: 'Tăng cường tinh thần, thái độ, trách nhiệm của cán bộ, công chức, viên chức trong giải quyết thủ tục hành chính cho người dân',
    unit: '20689',
    themes: ['cải cách hành chính'],
  },
  {
    title: 'Làm căn cước công dân tại nhà cho người già, đau ốm, người khuyết tật',
    unit: 'CONGAN-QS',
    themes: ['căn cước công dân', 'nhóm yếu thế'],
  },
];

/** The Giấy khen that the review handed over. Its report gives neither names nor the number and day of the decision. */
export const reviewCommendations = {
  issuer: 'UBND-QS',
  form: 'GIAY_KHEN',
  reason: 'Đã thực hiện tốt mô hình “Dân vận khéo” trong công tác tiếp dân, giải quyết thủ tục hành chính đối với tổ chức và công dân',
  lists: [
    { kind: 'COLLECTIVE', count: 5 },
    { kind: 'INDIVIDUAL', count: 10 },
  ],
} as const;
