/** A registration form with something at each item, so that it can be submitted. */
export const FULL_FORM = {
  situation: 'Thực trạng (minh họa)',
  aims: 'Mục tiêu (minh họa)',
  approach: 'Cách làm (minh họa)',
  audience: 'Nhân dân trong thôn',
  forces: 'Chi bộ, Mặt trận, các đoàn thể',
  resources: 'Xã hội hóa',
  schedule: 'Quý I đến quý IV',
  outputs: 'Kết quả đầu ra (minh họa)',
  sustainability: 'Duy trì hằng năm',
} as const;
