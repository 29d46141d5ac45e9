import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import { asGiven, wordFor } from '../../shared/writing.js';
import { MADE_BY_NO_COMMAND } from './model-steps.checks.js';

const COPIES: Readonly<Record<string, Bilingual>> = {
  none: { vi: 'không có lần đăng ký nào', en: 'it has no registration' },
  latest: {
    vi: 'lần đăng ký mới nhất không phải là lần bắt đầu sau cùng',
    en: 'its latest registration is not the one that was opened last',
  },
  copy: {
    vi: 'trạng thái, nơi giữ, đợt hoặc nguồn khác với lần đăng ký mới nhất',
    en: 'its state, holder, round or source differs from that of its latest registration',
  },
  recognised: {
    vi: 'ngày công nhận dùng để xếp danh sách không phải của lần công nhận mới nhất',
    en: 'the day of recognition by which it is listed is not that of its latest recognition',
  },
};

const LATEST_RECOGNITION = `(select max(n.recognised_on) from recognition n where n.model_id = m.id and n.revoked_on is null)`;

const copiesTheLatest = invariant('models.copyTheirLatestRegistration', {
  broken: `
    select m.code, m.title, case
        when r.id is null then 'none'
        when r.id <> (select l.id from registration l where l.model_id = m.id order by l.opened_on desc, l.id desc limit 1) then 'latest'
        when m.recognised_on is distinct from ${LATEST_RECOGNITION} then 'recognised'
        else 'copy' end as trouble
      from emulation_model m left join registration r on r.model_id = m.id and r.latest
     where r.id is null
        or r.id <> (select l.id from registration l where l.model_id = m.id order by l.opened_on desc, l.id desc limit 1)
        or (m.file_state, m.state_since, m.holder_id, m.round_id, m.on_paper)
           is distinct from (r.file_state, r.state_since, r.holder_id, r.round_id, r.source is not null)
        or m.recognised_on is distinct from ${LATEST_RECOGNITION}`,
  describe: {
    params: { code: asGiven, title: asGiven, trouble: wordFor(COPIES) },
    vi: 'Mô hình {code} “{title}”: {trouble}',
    en: 'The model {code} “{title}”: {trouble}',
  },
  remedy: MADE_BY_NO_COMMAND,
});

const keptAsItWas = invariant('models.keptContentIsAsItWas', {
  broken: `
    select m.code, m.title, c.digest from content_snapshot c join emulation_model m on m.id = c.model_id
     where c.digest <> encode(sha256(convert_to(c.content::text, 'UTF8')), 'hex')`,
  describe: {
    params: { code: asGiven, title: asGiven, digest: asGiven },
    vi: 'Mô hình {code} “{title}”: nội dung đã nộp hoặc đã công nhận bị sửa sau khi lưu (mã {digest})',
    en: 'The model {code} “{title}”: a submitted or approved content was changed after it was kept (digest {digest})',
  },
  remedy: MADE_BY_NO_COMMAND,
});

const codes = invariant('models.codesAreNeverGivenTwice', {
  broken: `
    select m.code, m.title, coalesce(c.last::text, '–') as last
      from (select m.*, regexp_match(m.code, '^(.*)-(\\d{4})-(\\d+)$') as parts, count(*) over (partition by m.code) as same from emulation_model m) m
      left join model_code_counter c on c.prefix = m.parts[1] and c.year = m.parts[2]::int
     where m.same > 1 or m.parts is null or c.last is null or c.last < m.parts[3]::int`,
  describe: {
    params: { code: asGiven, title: asGiven, last: asGiven },
    vi: 'Mô hình {code} “{title}”: mã bị trùng, không đúng dạng, hoặc bộ đếm ({last}) sẽ cấp lại mã này',
    en: 'The model {code} “{title}”: its code is doubled or malformed, or the counter ({last}) will give it again',
  },
  remedy: {
    vi: 'Hãy đưa bộ đếm (model_code_counter) lên số lớn nhất đã cấp; mã trùng thì đổi mã mô hình ghi sau.',
    en: 'Raise the counter (model_code_counter) to the highest number given; of doubled codes change the later one.',
  },
});

const MISPLACED: Readonly<Record<string, Bilingual>> = {
  threeLevels: { vi: 'ba cấp', en: 'three levels' },
  parentGone: { vi: 'mô hình cấp trên không còn', en: 'the parent is no longer there' },
  mergedIntoGone: { vi: 'gộp vào mô hình không còn', en: 'merged into a model that is no longer there' },
  recognisedInTrash: { vi: 'đã được công nhận mà ở thùng rác', en: 'recognised and in the trash' },
  heldByAuthority: { vi: 'cơ quan giữ hồ sơ khi hồ sơ còn ở đơn vị', en: 'held by an authority while the file is with its unit' },
};

const family = invariant('models.twoLevels', {
  broken: `
    select m.code, m.title, case when p.parent_id is not null then 'threeLevels' when p.merged_into_id is not null or p.trashed_at is not null then 'parentGone' end as trouble
      from emulation_model m join emulation_model p on p.id = m.parent_id
     where m.trashed_at is null and m.merged_into_id is null
       and (p.parent_id is not null or p.merged_into_id is not null or p.trashed_at is not null)
    union all
    select m.code, m.title, 'mergedIntoGone' from emulation_model m join emulation_model p on p.id = m.merged_into_id
     where p.merged_into_id is not null
    union all
    select m.code, m.title, 'recognisedInTrash' from emulation_model m where m.trashed_at is not null and m.file_state = 'RECOGNISED'
    union all
    select m.code, m.title, 'heldByAuthority' from emulation_model m
     where m.holder_id is not null and m.file_state in ('DRAFT', 'RETURNED', 'WITHDRAWN')`,
  describe: {
    params: { code: asGiven, title: asGiven, trouble: wordFor(MISPLACED) },
    vi: 'Mô hình {code} “{title}” đứng sai chỗ ({trouble})',
    en: 'The model {code} “{title}” is in a place where it cannot be ({trouble})',
  },
  remedy: MADE_BY_NO_COMMAND,
});

/** The doctor's checks of models: what they copy, their kept contents, codes and levels. */
export const modelChecks: readonly InvariantCheck[] = [copiesTheLatest, keptAsItWas, codes, family];
