import type { Bilingual } from '../../shared/language.js';
import type { UnitKind, UnitLine } from './unit-kinds.js';

/** What each line is called in a sentence (khối). */
export const UNIT_LINE_WORDS: Readonly<Record<UnitLine, Bilingual>> = {
  TERRITORY: { vi: 'đơn vị hành chính', en: 'administrative units' },
  STATE: { vi: 'chính quyền', en: 'the State' },
  PARTY: { vi: 'Đảng', en: 'the Party' },
  FRONT: { vi: 'Mặt trận và đoàn thể', en: 'the Front and mass organisations' },
  FORCES: { vi: 'lực lượng vũ trang', en: 'the armed forces' },
  OTHER: { vi: 'khác', en: 'others' },
};

/** What each kind is called in a sentence (loại đơn vị). Before a name the official label is written: `fullName`. */
export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, Bilingual>> = {
  THANH_PHO_TW: { vi: 'thành phố trực thuộc trung ương', en: 'centrally run city' },
  TINH: { vi: 'tỉnh', en: 'province' },
  QUAN: { vi: 'quận', en: 'urban district' },
  HUYEN: { vi: 'huyện', en: 'rural district' },
  THI_XA: { vi: 'thị xã', en: 'district-level town' },
  THANH_PHO: { vi: 'thành phố', en: 'district-level city' },
  PHUONG: { vi: 'phường', en: 'ward' },
  XA: { vi: 'xã', en: 'commune' },
  THI_TRAN: { vi: 'thị trấn', en: 'township' },
  DAC_KHU: { vi: 'đặc khu', en: 'special zone' },
  UBND: { vi: 'Ủy ban nhân dân', en: 'people’s committee' },
  HDND: { vi: 'Hội đồng nhân dân', en: 'people’s council' },
  STATE_OFFICE: { vi: 'cơ quan nhà nước', en: 'office of the State' },
  INSPECTORATE: { vi: 'cơ quan thanh tra', en: 'inspectorate' },
  SCHOOL: { vi: 'trường học', en: 'school' },
  PARTY_COMMITTEE: { vi: 'cấp ủy', en: 'Party committee' },
  PARTY_BOARD: { vi: 'ban Đảng', en: 'Party board' },
  PARTY_CELL: { vi: 'chi bộ', en: 'Party cell' },
  FRONT_COMMITTEE: { vi: 'Ủy ban Mặt trận Tổ quốc', en: 'committee of the Fatherland Front' },
  MASS_ORGANISATION: { vi: 'tổ chức chính trị - xã hội', en: 'mass organisation' },
  POLICE: { vi: 'công an', en: 'police' },
  MILITARY: { vi: 'quân sự', en: 'military' },
  BORDER_GUARD: { vi: 'biên phòng', en: 'border guard' },
  OTHER: { vi: 'loại khác', en: 'another kind' },
};
