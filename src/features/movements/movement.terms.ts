import { enumTerm, term, type Term, type Terms } from '../../shared/terms.js';
import { FORM_ITEMS, FORM_ITEM_TERMS, nameOfItem, type FormItemName } from './form-items.js';

/** The words of this chapter. */
export const movementTerms = {
  Movement: term('phong trào', 'A campaign with a launcher and a period'),
  FormerMovementName: term('tên trước đây', 'A name that a movement had before it was renamed'),
  MovementOrder: enumTerm('thứ tự phong trào', 'Order of a list of movements', {
    STARTS: term('theo ngày bắt đầu', 'By first day, the earliest first; one that is not known is the earliest'),
    STARTS_DESC: term('theo ngày bắt đầu, mới nhất trước', 'By first day, the latest first'),
    NAME: term('theo tên', 'By name in Vietnamese order'),
    NAME_DESC: term('theo tên, giảm dần', 'By name, descending'),
  }),
  RegistrationRound: term('đợt đăng ký', 'A period in which the units below one unit register models for a movement'),
  RegistrationRoundOrder: enumTerm('thứ tự đợt đăng ký', 'Order of a list of registration rounds', {
    OPENS_ON: term('theo ngày mở', 'By first day, the earliest first'),
    OPENS_ON_DESC: term('theo ngày mở, mới nhất trước', 'By first day, the latest first'),
    CLOSES_ON: term('theo hạn đăng ký', 'By deadline, the earliest first'),
    CLOSES_ON_DESC: term('theo hạn đăng ký, muộn nhất trước', 'By deadline, the latest first'),
    NAME: term('theo tên', 'By name in Vietnamese order'),
  }),
  RegistrationExtension: term(
    'gia hạn',
    'A later deadline for one unit and the units below it',
    'Where several apply to a unit, that of the nearest unit above it holds.',
  ),
  RegistrationExtensionOrder: enumTerm('thứ tự gia hạn', 'Order of a list of extensions', {
    UNIT: term('theo tên đơn vị', 'By name of the unit in Vietnamese order'),
    CLOSES_ON: term('theo hạn mới', 'By new deadline, the earliest first'),
    CLOSES_ON_DESC: term('theo hạn mới, muộn nhất trước', 'By new deadline, the latest first'),
  }),
  AssignedTarget: term('chỉ tiêu giao', 'The number of models that a unit has to build in a registration round'),
  AssignedTargetOrder: enumTerm('thứ tự chỉ tiêu', 'Order of a list of targets', {
    UNIT: term('theo tên đơn vị', 'By name of the unit in Vietnamese order'),
    COUNT: term('theo số lượng', 'By number of models, the lowest first'),
    COUNT_DESC: term('theo số lượng, giảm dần', 'By number of models, the highest first'),
  }),
  ReceivingAuthority: term(
    'cơ quan tiếp nhận, cơ quan công nhận',
    'A rule that says which office receives and which recognises the models of one line below a unit, over a span of days',
    'For a unit, the rule of the nearest unit above it holds. An office that has wholly passed to a successor is replaced by that successor.',
  ),
  ReceivingAuthorityOrder: enumTerm('thứ tự quy tắc tiếp nhận', 'Order of a list of receiving authorities', {
    VALID_FROM: term('theo ngày hiệu lực', 'By first day in force, the earliest first; one that is not known is the earliest'),
    VALID_FROM_DESC: term('theo ngày hiệu lực, mới nhất trước', 'By first day in force, the latest first'),
    LINE: term('theo khối', 'By line'),
  }),
  FormItem: enumTerm(
    'mục của phiếu đăng ký',
    'An item of the registration form',
    Object.fromEntries(FORM_ITEMS.map(item => [nameOfItem(item), FORM_ITEM_TERMS[item]])) as Record<FormItemName, Term>,
    'The name of the model is an item, too, and always required.',
  ),
  RequiredFormItems: term('mục bắt buộc của phiếu đăng ký', 'What a registration form has to contain when it is submitted'),
} as const satisfies Terms;
