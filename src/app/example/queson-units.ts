import type { UnitKind, UnitLine } from '../../features/units/unit-kinds.js';

/**
 * The units of Quế Sơn from 2008 to today, as events with their acts. A unit keeps its key: Hương An is the same unit before and after the xã became
 * a thị trấn. Nothing is guessed: what the sources do not say is left out, and what they leave open is a range of days.
 */
export interface ExampleUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly line?: UnitLine;
  readonly code?: string;
  readonly parent?: string;
  readonly territory?: string;
  /** Absent: the day of the event. `null`: not known. */
  readonly starts?: string | null;
  readonly ends?: string;
  readonly source: string;
}

export type ExampleChange =
  | { readonly establish: ExampleUnit }
  | { readonly changeKind: string; readonly kind: UnitKind }
  | { readonly rename: string; readonly name: string }
  | { readonly merge: readonly string[]; readonly into: string }
  | { readonly succeed: readonly string[]; readonly by: string }
  | { readonly split: string; readonly into: readonly string[] };

export interface ExampleEvent {
  readonly effective: string | null;
  readonly act?: { readonly number: string; readonly date?: string; readonly issuer?: string };
  readonly note: string;
  readonly changes: readonly ExampleChange[];
}

const GSO = 'Danh mục hành chính của Tổng cục Thống kê (các bản 01/02/2020, 10/4/2023, 01/01/2025)';
const NQ_202 = 'Nghị quyết 202/2025/QH15 ngày 12/6/2025';
const NQ_1659 = 'Nghị quyết 1659/NQ-UBTVQH15; Công văn 1027/CTK-CSCL ngày 25/6/2025';
const REVIEW = 'Tin sơ kết 03 năm thực hiện mô hình “Dân vận khéo”, huyện Quế Sơn, 13/10/2022';
const ENCYCLOPEDIA = 'Bản sao bách khoa thư';
const UNVERIFIED = 'hiểu biết chung, chưa xác minh';

const SPLIT_DAY = '2008-04-23';
const NQ_UBTVQH = 'Ủy ban Thường vụ Quốc hội';

const commune = (district: string, kind: UnitKind, code: string, name: string, starts: string | null = null): ExampleChange => ({
  establish: { key: code, name, kind, code, parent: district, starts, source: GSO },
});

const base: ExampleEvent = {
  effective: null,
  note: 'Nhập ban đầu: đơn vị trước các biến động dưới đây. Địa giới huyện Quế Sơn trước 23/4/2008 (gồm cả Nông Sơn) không được ghi.',
  changes: [
    { establish: { key: 'P49', name: 'Quảng Nam', kind: 'TINH', code: '49', starts: null, source: GSO } },
    { establish: { key: 'P48A', name: 'Đà Nẵng', kind: 'THANH_PHO_TW', code: '48', starts: null, source: NQ_202 } },
    { establish: { key: 'D509', name: 'Quế Sơn', kind: 'HUYEN', code: '509', parent: 'P49', starts: SPLIT_DAY, source: GSO } },
    { establish: { key: 'D519', name: 'Nông Sơn', kind: 'HUYEN', code: '519', parent: 'P49', starts: SPLIT_DAY, source: GSO } },
    commune('D509', 'THI_TRAN', '20641', 'Đông Phú'),
    commune('D509', 'XA', '20644', 'Quế Xuân 1'),
    commune('D509', 'XA', '20647', 'Quế Xuân 2'),
    commune('D509', 'XA', '20650', 'Quế Phú'),
    commune('D509', 'XA', '20651', 'Hương An', SPLIT_DAY),
    commune('D509', 'XA', '20653', 'Quế Cường'),
    commune('D509', 'XA', '20665', 'Phú Thọ'),
    commune('D509', 'XA', '20659', 'Quế Hiệp'),
    commune('D509', 'XA', '20662', 'Quế Thuận'),
    commune('D509', 'XA', '20677', 'Quế Long'),
    commune('D509', 'XA', '20680', 'Quế Châu'),
    commune('D509', 'XA', '20683', 'Quế Phong'),
    commune('D509', 'XA', '20686', 'Quế An'),
    commune('D509', 'XA', '20689', 'Quế Minh'),
    commune('D519', 'XA', '20656', 'Quế Trung', SPLIT_DAY),
    commune('D519', 'XA', '20668', 'Quế Ninh', SPLIT_DAY),
    commune('D519', 'XA', '20669', 'Phước Ninh', SPLIT_DAY),
    commune('D519', 'XA', '20671', 'Quế Lộc', SPLIT_DAY),
    commune('D519', 'XA', '20672', 'Sơn Viên', SPLIT_DAY),
    commune('D519', 'XA', '20674', 'Quế Phước', SPLIT_DAY),
    commune('D519', 'XA', '20692', 'Quế Lâm', SPLIT_DAY),
  ],
};

const organisations: ExampleEvent = {
  effective: null,
  note: 'Nhập ban đầu: cơ quan, ban của Đảng. Cơ quan cấp huyện kết thúc mà không có đơn vị kế thừa tương ứng.',
  changes: [
    organisation('BDVTW', 'PARTY', 'PARTY_BOARD', 'Ban Dân vận Trung ương', ENCYCLOPEDIA, { starts: '1981-03' }),
    organisation('BTGTW', 'PARTY', 'PARTY_BOARD', 'Ban Tuyên giáo Trung ương', ENCYCLOPEDIA),
    organisation('BDV-QN', 'PARTY', 'PARTY_BOARD', 'Ban Dân vận Tỉnh ủy Quảng Nam', REVIEW, { territory: 'P49' }),
    organisation('BDV-QS', 'PARTY', 'PARTY_BOARD', 'Ban Dân vận Huyện ủy Quế Sơn', `${REVIEW}; suy ra từ 60-NQ/TW`, {
      territory: 'D509',
      ends: '2025-01-01..2025-06-30',
    }),
    organisation('UBND-QS', 'STATE', 'UBND', 'UBND huyện Quế Sơn', `${REVIEW}; ${GSO}`, { territory: 'D509', ends: '2025-06-30' }),
    organisation('NOIVU-QS', 'STATE', 'STATE_OFFICE', 'Phòng Nội vụ huyện Quế Sơn', REVIEW, { territory: 'D509', ends: '2025-06-30' }),
    organisation('THANHTRA-QS', 'STATE', 'INSPECTORATE', 'Thanh tra huyện Quế Sơn', `${REVIEW}; suy ra`, {
      territory: 'D509',
      ends: '2025-01-01..2025-06-30',
    }),
    organisation('CONGAN-QS', 'FORCES', 'POLICE', 'Công an huyện Quế Sơn', `${REVIEW}; ngày kết thúc: ${UNVERIFIED}`, {
      territory: 'D509',
      ends: '2025-02-28',
    }),
  ],
};

function organisation(
  key: string,
  line: UnitLine,
  kind: UnitKind,
  name: string,
  source: string,
  more: Pick<ExampleUnit, 'starts' | 'ends' | 'territory'> = {},
): ExampleChange {
  return { establish: { key, line, kind, name, source, starts: null, ...more } };
}

const newCommune = (code: string, name: string): ExampleChange => ({
  establish: { key: `${code}-2025`, name, kind: 'XA', code, parent: 'P48', source: NQ_1659 },
});

export const quesonEvents: readonly ExampleEvent[] = [
  base,
  organisations,
  {
    effective: '2020-02-01',
    act: { number: '863/NQ-UBTVQH14', issuer: NQ_UBTVQH },
    note: 'Quế Cường và Phú Thọ thành Quế Mỹ; Quế Ninh và Quế Phước thành Ninh Phước (suy ra từ hai bản danh mục); xã Hương An thành thị trấn.',
    changes: [
      { establish: { key: '20665-2020', name: 'Quế Mỹ', kind: 'XA', code: '20665', parent: 'D509', source: GSO } },
      { succeed: ['20653', '20665'], by: '20665-2020' },
      { establish: { key: '20668-2020', name: 'Ninh Phước', kind: 'XA', code: '20668', parent: 'D519', source: `${GSO}; suy ra` } },
      { succeed: ['20668', '20674'], by: '20668-2020' },
      { changeKind: '20651', kind: 'THI_TRAN' },
    ],
  },
  {
    effective: '2023-04-10',
    act: { number: '727/NQ-UBTVQH15', issuer: NQ_UBTVQH },
    note: 'Xã Quế Trung thành thị trấn Trung Phước.',
    changes: [
      { rename: '20656', name: 'Trung Phước' },
      { changeKind: '20656', kind: 'THI_TRAN' },
    ],
  },
  {
    effective: '2025-01-01',
    act: { number: '1241/NQ-UBTVQH15', issuer: NQ_UBTVQH },
    note: 'Huyện Nông Sơn nhập vào huyện Quế Sơn; xã Sơn Viên nhập vào xã Quế Lộc; còn 18 xã, thị trấn.',
    changes: [
      { merge: ['D519'], into: 'D509' },
      { merge: ['20672'], into: '20671' },
    ],
  },
  {
    effective: '2025-02-03',
    note: 'Hợp nhất Ban Dân vận Trung ương và Ban Tuyên giáo Trung ương.',
    changes: [
      organisation('BTGDVTW', 'PARTY', 'PARTY_BOARD', 'Ban Tuyên giáo và Dân vận Trung ương', ENCYCLOPEDIA, { starts: '2025-02-03' }),
      { succeed: ['BDVTW', 'BTGTW'], by: 'BTGDVTW' },
    ],
  },
  {
    effective: '2025-01-01..2025-06-30',
    note: `Ban Dân vận Tỉnh ủy Quảng Nam hợp nhất trong năm 2025, chưa rõ ngày (${UNVERIFIED}).`,
    changes: [
      organisation('BTGDV-QN', 'PARTY', 'PARTY_BOARD', 'Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam', UNVERIFIED, {
        starts: '2025-01-01..2025-06-30',
        territory: 'P49',
      }),
      { succeed: ['BDV-QN'], by: 'BTGDV-QN' },
    ],
  },
  {
    effective: '2025-07-01',
    act: { number: '202/2025/QH15', date: '2025-06-12', issuer: 'Quốc hội' },
    note: 'Tỉnh Quảng Nam và thành phố Đà Nẵng hợp thành thành phố Đà Nẵng mới.',
    changes: [
      { establish: { key: 'P48', name: 'Đà Nẵng', kind: 'THANH_PHO_TW', code: '48', source: NQ_202 } },
      { succeed: ['P49', 'P48A'], by: 'P48' },
    ],
  },
  {
    effective: '2025-07-01',
    act: { number: '1659/NQ-UBTVQH15', date: '2025-06-16', issuer: NQ_UBTVQH },
    note: 'Kết thúc cấp huyện: địa bàn huyện Quế Sơn chia cho năm xã mới. Ngày lấy theo ngày chính quyền mới hoạt động.',
    changes: [
      newCommune('20662', 'Quế Sơn Trung'),
      newCommune('20641', 'Quế Sơn'),
      newCommune('20650', 'Xuân Phú'),
      newCommune('20656', 'Nông Sơn'),
      newCommune('20669', 'Quế Phước'),
      { succeed: ['20665-2020', '20659', '20662', '20680'], by: '20662-2025' },
      { succeed: ['20641', '20689', '20686', '20677', '20683'], by: '20641-2025' },
      { succeed: ['20651', '20644', '20647', '20650'], by: '20650-2025' },
      { succeed: ['20656', '20671'], by: '20656-2025' },
      { succeed: ['20692', '20669', '20668-2020'], by: '20669-2025' },
      { split: 'D509', into: ['20662-2025', '20641-2025', '20650-2025', '20656-2025', '20669-2025'] },
    ],
  },
  {
    effective: '2025-07-01',
    act: { number: '315-QĐ/TW', date: '2025-06-18' },
    note: 'Đảng bộ thành phố Đà Nẵng mới.',
    changes: [
      organisation(
        'BTGDV-DN',
        'PARTY',
        'PARTY_BOARD',
        'Ban Tuyên giáo và Dân vận Thành ủy Đà Nẵng',
        'Quyết định 315-QĐ/TW ngày 18/6/2025',
        {
          starts: '2025-07-01',
          territory: 'P48',
        },
      ),
      { succeed: ['BTGDV-QN'], by: 'BTGDV-DN' },
    ],
  },
];
