/**
 * What people type and what they mean, fixed: a change of search that loses one of these is seen. The titles are real: of Quế Sơn's review of
 * 13/10/2022 (its six models, its theme, two movements it names, used here as titles) and of an account of Trà Ka, Quảng Nam, 2024.
 */
export interface TitleQueries {
  readonly title: string;
  readonly queries: readonly string[];
}

export const TITLE_QUERIES: readonly TitleQueries[] = [
  {
    title: 'Dân vận khéo tại bộ phận một cửa',
    queries: [
      'Dân vận khéo tại bộ phận một cửa',
      'dan van kheo tai bo phan mot cua',
      'dan van kheo bo phan mot cua',
      'DAN VAN KHEO BO PHAN MOT CUA',
      'bộ phận một cửa dân vận khéo',
      'mot cua dan van kheo',
      'DVK bộ phận một cửa',
      'dvk mot cua',
      'dân vận khéo bộ phận 1 cửa',
      'dan van kheo tai bo phan',
      'dan van kheo tai bo phan mot cu',
      'dan van khoe tai bo phan mot cua',
      'dan van kheo tai bo phna mot cua',
      '“Dân vận khéo” — bộ phận “một cửa”',
    ],
  },
  {
    title: 'Làm căn cước công dân tại nhà cho người già, đau ốm, người khuyết tật',
    queries: [
      'Làm căn cước công dân tại nhà cho người già, đau ốm, người khuyết tật',
      'can cuoc cong dan',
      'căn cước công dân',
      'CCCD',
      'cccd tai nha',
      'lam can cuoc cong dan tai nha',
      'can cuoc cong dan cho nguoi gia',
      'nguoi khuyet tat can cuoc',
      'người già đau ốm căn cước',
      'căn cước người khuyết tật tại nhà',
      'can cuoc cong dan tai nha cho nguoi kh',
      'can cuoc cong dna',
      'can cuocc cong dan tai nha',
      'cong dan can cuoc',
    ],
  },
  {
    title: 'Giải quyết thủ tục hành chính cho công dân trong ngày thứ bảy',
    queries: [
      'Giải quyết thủ tục hành chính cho công dân trong ngày thứ bảy',
      'giai quyet thu tuc hanh chinh cho cong dan trong ngay thu bay',
      'giai quyet thu tuc hanh chinh ngay thu bay',
      'TTHC ngày thứ bảy',
      'tthc thu bay',
      'giải quyết TTHC cho công dân',
      'ngay thu bay thu tuc hanh chinh',
      'thứ bảy giải quyết thủ tục',
      'thu tuc hanh chinh cho cong dan trong ngay thu b',
      'giai quyet thu tuc hanh chinh cho cong dan trong ngya thu bay',
      'giai quyet thu tuc hanh chnh ngay thu bay',
      'công dân thứ bảy hành chính',
    ],
  },
  {
    title: 'Dân vận khéo trong công tác tiếp dân, giải quyết đơn thư khiếu nại, tố cáo của công dân',
    queries: [
      'Dân vận khéo trong công tác tiếp dân, giải quyết đơn thư khiếu nại, tố cáo của công dân',
      'dan van kheo trong cong tac tiep dan',
      'giai quyet don thu khieu nai to cao cua cong dan',
      'khiếu nại tố cáo tiếp dân',
      'khieu nai, to cao; tiep dan',
      'DVK tiep dan khieu nai to cao',
      'tiep dan don thu khieu nai',
      'đơn thư khiếu nại dân vận khéo',
      'dân vận khéo tiếp dân',
      'to cao khieu nai don thu cua cong dan',
      'giai quyet don thu khieu nai to cao cua cong dna',
      'dan van kheo trong cong tac tiep dan giai quyet don th',
    ],
  },
  {
    title: 'Nâng cao trách nhiệm của cán bộ, công chức trong việc thực hiện cải cách thủ tục hành chính',
    queries: [
      'Nâng cao trách nhiệm của cán bộ, công chức trong việc thực hiện cải cách thủ tục hành chính',
      'nang cao trach nhiem cua can bo cong chuc trong viec thuc hien',
      'nang cao trach nhiem can bo cong chuc cai cach thu tuc hanh chinh',
      'nâng cao trách nhiệm CBCC thủ tục',
      'nang cao trach nhiem cbcc cai cach tthc',
      'trách nhiệm cán bộ công chức thực hiện cải cách thủ tục hành chính',
      'cai cach thu tuc hanh chinh trach nhiem can bo',
      'thực hiện cải cách TTHC',
      'nang cao trach nhiem cai cach thu tuc hanh chinh bo phan 1 cua',
      'nang cao trach nheim cua can bo cong chuc cai cach thu tuc hanh chinh',
      'nang cao trach nhiem cua can bo cong chuc trong viec thuc hien cai ca',
    ],
  },
  {
    title: 'Tăng cường tinh thần, thái độ, trách nhiệm của cán bộ, công chức, viên chức trong giải quyết thủ tục hành chính cho người dân',
    queries: [
      'Tăng cường tinh thần, thái độ, trách nhiệm của cán bộ, công chức, viên chức trong giải quyết thủ tục hành chính cho người dân',
      'tang cuong tinh than thai do trach nhiem',
      'tinh than thai do can bo cong chuc vien chuc',
      'tăng cường thái độ trách nhiệm viên chức',
      'thai do vien chuc giai quyet thu tuc hanh chinh cho nguoi dan',
      'tang cuong tinh than thai do giai quyet TTHC',
      'tinh thần thái độ CBCC viên chức',
      'thái độ, tinh thần, trách nhiệm',
      'tang cuong tinh than thai do trach nhiem cua can b',
      'tang cuong tinh thna thai do trach nhiem',
      'vien chuc thai do nguoi dan thu tuc',
    ],
  },
  {
    title: 'công tác tiếp dân, giải quyết thủ tục hành chính đối với tổ chức và công dân',
    queries: [
      'công tác tiếp dân, giải quyết thủ tục hành chính đối với tổ chức và công dân',
      'cong tac tiep dan giai quyet thu tuc hanh chinh doi voi to chuc va cong dan',
      'tiep dan giai quyet TTHC doi voi to chuc',
      'tiếp dân thủ tục hành chính tổ chức công dân',
      'thu tuc hanh chinh doi voi to chuc va cong dan',
      'TTHC tổ chức công dân tiếp dân',
      'cong tac tiep dan tthc',
      'cong tac tiep dan giai quyet thu tuc hanh chinh doi voi to chcu',
      'đối với tổ chức và công dân tiếp dân',
    ],
  },
  {
    title: 'trồng dược liệu trên đất hoang',
    queries: [
      'trồng dược liệu trên đất hoang',
      'trong duoc lieu tren dat hoang',
      'trong duoc lieu dat hoang',
      'duoc lieu',
      'dat hoang trong duoc lieu',
      'trồng dược liệu',
      'trong duoc lieu tren dat ho',
      'trong duocc lieu tren dat hoang',
      'rtong duoc lieu',
      'TRỒNG DƯỢC LIỆU',
    ],
  },
  {
    title: 'Toàn dân tham gia xây dựng đời sống văn hóa',
    queries: [
      'Toàn dân tham gia xây dựng đời sống văn hóa',
      'Toàn dân tham gia xây dựng đời sống văn hoá',
      'toan dan tham gia xay dung doi song van hoa',
      'xây dựng đời sống văn hoá',
      'xây dựng đời sống văn hóa',
      'doi song van hoa toan dan',
      'toàn dân đời sống văn hoá',
      'toan dan tham gia xay dung doi song van ho',
      'toan dan tham gia xay dung doi sogn van hoa',
    ],
  },
  {
    title: 'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
    queries: [
      'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
      'toan dan doan ket xay dung nong thon moi do thi van minh',
      'toan dan doan ket xay dung NTM',
      'đoàn kết xây dựng nông thôn mới',
      'doan ket xay dung ntm do thi van minh',
      'nông thôn mới đô thị văn minh đoàn kết',
      'toan dan doan ket xay dung nong thno moi',
      'do thi van minh toan dan doan ket',
    ],
  },
];

const HEADS = [
  'Dân vận khéo trong',
  'Dân vận khéo tại',
  'Nâng cao trách nhiệm của cán bộ, công chức trong',
  'Tăng cường vai trò của cán bộ, đảng viên trong',
  'Mô hình dân vận khéo về',
  'Toàn dân tham gia',
  'Tổ tự quản về',
  'Hội viên phụ nữ với',
  'Cựu chiến binh tham gia',
  'Đoàn viên thanh niên với',
];
const THINGS = [
  'xây dựng nông thôn mới',
  'giải phóng mặt bằng',
  'bảo vệ môi trường',
  'giữ gìn an ninh trật tự',
  'cải cách hành chính',
  'hòa giải ở cơ sở',
  'giảm nghèo bền vững',
  'tiếp công dân',
  'chuyển đổi số',
  'thực hiện quy chế dân chủ',
  'xây dựng tuyến đường hoa',
  'trồng cây gây rừng',
  'trồng rau an toàn',
  'khuyến học, khuyến tài',
  'phòng, chống dịch bệnh',
  'hiến đất làm đường',
];
const PLACES = 'Quế Sơn|Hương An|Đông Phú|Phú Thọ|Quế Mỹ|Bắc Trà My|Nông Sơn|Trà Ka|Thăng Bình|Hiệp Đức|Duy Xuyên|Đại Lộc|Hội An'.split(
  '|',
);

/** Titles like the real ones, for them to be told from (minh họa): 2,080. */
export const neighbourTitles = (): string[] =>
  HEADS.flatMap(head => THINGS.flatMap(thing => PLACES.map(place => `${head} ${thing} ở ${place}`)));
