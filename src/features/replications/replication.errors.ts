import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, date, dateIfSeen, nameIfSeen } from '../../shared/writing.js';

export const ReplicationErrors = errors({
  REPLICATION_NOT_FOUND: {
    category: 'notFound',
    of: 'Replication',
    vi: 'Không tìm thấy lần nhân rộng “{id}”.',
    en: 'There is no replication “{id}”.',
  },
  REPLICATION_PLAN_NOT_FOUND: {
    category: 'notFound',
    of: 'ReplicationPlan',
    vi: 'Không tìm thấy kế hoạch nhân rộng “{id}”.',
    en: 'There is no plan of replication “{id}”.',
  },
  REPLICATION_KNOWN: {
    category: 'conflict',
    vi: 'Mô hình này đã được ghi là nhân rộng từ một mô hình. Hãy đính chính mô hình gốc của lần nhân rộng đó (correctReplicationOrigin), hoặc gỡ bỏ nó trước (removeReplication).',
    en: 'It is recorded already which model this one copies. Correct which model it copies (correctReplicationOrigin), or remove it first (removeReplication).',
  },
  REPLICATION_RECORDED: {
    category: 'conflict',
    vi: 'Ban đã ghi hoặc đính chính mô hình này nhân rộng từ đâu, nên phiếu đăng ký không đổi được nữa. Hãy đính chính mô hình gốc (correctReplicationOrigin).',
    en: 'The board has recorded or corrected which model this one copies, so the registration no longer changes it. Correct the replication itself (correctReplicationOrigin).',
  },
  REPLICATION_CLOSES_CIRCLE: {
    category: 'conflict',
    vi: 'Sau thao tác này một mô hình sẽ là bản nhân rộng của chính nó. Hãy đính chính lần nhân rộng giữa các mô hình này trước (correctReplicationOrigin).',
    en: 'After this a model would be a copy of itself. First correct the replications between these models (correctReplicationOrigin).',
  },
  REPLICATION_MODEL_GONE: {
    category: 'conflict',
    params: { title: asGiven },
    vi: 'Mô hình “{title}” đã ở trong thùng rác hoặc đã gộp vào mô hình khác, nên không ghi nhân rộng được.',
    en: 'The model “{title}” is in the trash or merged into another, so no replication is recorded for it.',
  },
  REPLICATION_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày bắt đầu nhân rộng {date} ở tương lai. Việc chưa làm là kế hoạch (planReplication).',
    en: 'The replication starts in the future ({date}). What is not done yet is a plan (planReplication).',
  },
  REPLICATION_BEFORE_ORIGIN: {
    category: 'conflict',
    params: { title: nameIfSeen, date: dateIfSeen },
    vi: 'Việc nhân rộng bắt đầu trước khi có mô hình gốc “{title}” ({date}). Hãy kiểm tra lại hai ngày.',
    en: 'The replication starts before the model that is copied, “{title}” ({date}). Check both days.',
  },
  REPLICATION_PLAN_UNKNOWN: {
    category: 'invalid',
    of: 'ReplicationPlan',
    vi: 'Không tìm thấy kế hoạch nhân rộng “{id}”.',
    en: 'There is no plan of replication “{id}”.',
  },
  REPLICATION_PLAN_OF_ANOTHER: {
    category: 'conflict',
    vi: 'Kế hoạch đó giao nhân rộng mô hình khác, hoặc giao cho đơn vị khác. Hãy chọn đúng kế hoạch, hoặc bỏ trống.',
    en: 'That plan is about another model, or assigned to another unit. Choose the right one, or none.',
  },
  REPLICATION_PLANNED: {
    category: 'conflict',
    vi: 'Đơn vị đã được giao nhân rộng mô hình này với đúng thời hạn đó.',
    en: 'The unit is assigned to copy this model by that day already.',
  },
  REPLICATION_PLAN_FULFILLED: {
    category: 'conflict',
    vi: 'Đã có lần nhân rộng theo kế hoạch này, nên mô hình và đơn vị được giao không đổi được nữa. Hãy đính chính các lần nhân rộng đó trước (correctReplication).',
    en: 'There are replications under this plan, so its model and unit no longer change. First correct those replications (correctReplication).',
  },
});

constraintError('replication_once', 'REPLICATION_KNOWN');
constraintError('replication_itself', 'REPLICATION_CLOSES_CIRCLE');
constraintError('replication_plan_twice', 'REPLICATION_PLANNED');
