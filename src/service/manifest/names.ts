/** Words Python keeps for itself (its Language Reference, 2.3.1 and 2.3.2). */
const KEYWORDS =
  `False None True and as assert async await break class continue def del elif else except finally for from
  global if import in is lambda nonlocal not or pass raise return try while with yield match case type`.split(/\s+/)

/** Attributes of every Pydantic model (its documentation, BaseModel): a field of that name hides one. */
const OF_MODELS =
  'construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate'.split(
    ' ',
  )
/** What its class uses besides. */
const OF_CLASS = ['bool', 'float', 'int', 'str']

/** Whether a text can be the name of a field of a Pydantic model. */
export const isFieldName = (name: string): boolean =>
  /^[a-z][a-z0-9_]{0,59}$/.test(name) &&
  !name.startsWith('model_') &&
  ![...KEYWORDS, ...OF_MODELS, ...OF_CLASS].includes(name)
