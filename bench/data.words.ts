/** What the titles and names of the generated registry are made of. Frequencies matter to search: see `RARE` and `COMMON`. */
export const OPENINGS = [
  'Dân vận khéo',
  'Mô hình Dân vận khéo',
  'Tổ tự quản',
  'Câu lạc bộ',
  'Vận động nhân dân',
  'Phụ nữ',
  'Thanh niên',
  'Cựu chiến binh',
];

export const DEEDS = [
  'xây dựng nông thôn mới',
  'hiến đất mở đường',
  'giữ gìn an ninh trật tự',
  'cải cách thủ tục hành chính',
  'bảo vệ môi trường',
  'giúp nhau phát triển kinh tế',
  'thu gom, phân loại rác thải tại nguồn',
  'thắp sáng đường quê',
  'xóa nhà tạm, nhà dột nát',
  'chăm sóc người già neo đơn',
  'phòng, chống ma túy',
  'tiếp công dân, giải quyết khiếu nại',
  'giải phóng mặt bằng',
  'trồng rừng gỗ lớn',
  'khuyến học, khuyến tài',
  'làm căn cước công dân',
  'hòa giải ở cơ sở',
  'chuyển đổi số cộng đồng',
  'bảo vệ biên giới, hải đảo',
  'thực hiện quy chế dân chủ',
];

export const MANNERS = [
  'gắn với đường hoa',
  'theo phương châm ba cùng',
  'trong đồng bào dân tộc thiểu số',
  'ở khu dân cư',
  'tại bộ phận một cửa',
  'bằng nguồn lực xã hội hóa',
  'trong vùng đồng bào có đạo',
  'của hội viên nông dân',
  'trên địa bàn giáp ranh',
  'mỗi tuần một việc',
  'cùng lực lượng công an xã',
  'với sự tham gia của già làng',
  'ở thôn, tổ dân phố',
];

export const SYLLABLES = [
  'An', 'Bình', 'Cẩm', 'Châu', 'Đại', 'Đông', 'Đức', 'Gia', 'Hà', 'Hải', 'Hiệp', 'Hòa', 'Hưng', 'Khánh', 'Kim', 'Lộc', 'Long', 'Minh', 'Mỹ', 'Nam',
  'Nghĩa', 'Ngọc', 'Nhân', 'Phong', 'Phú', 'Phước', 'Quang', 'Quế', 'Sơn', 'Tân', 'Thạnh', 'Thọ', 'Thuận', 'Tiên', 'Trung', 'Vĩnh', 'Xuân', 'Yên',
]; // prettier-ignore

/** One title in twenty thousand says this. */
export const RARE = { phrase: 'diệt ốc bươu vàng', asked: 'oc buou vang', every: 20_000 } as const;
/** One of `DEEDS`, in one title of twenty. */
export const COMMON = { asked: 'nong thon moi' } as const;
