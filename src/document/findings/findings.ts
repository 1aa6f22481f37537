import type { Definition } from '#finding/define.ts'
import { documentControlCharacter } from './document/control-character.ts'
import { documentCrlf } from './document/crlf.ts'
import { documentDiagramMissing } from './document/diagram-missing.ts'
import { documentDiagramSyntax } from './document/diagram-syntax.ts'
import { documentDiagramUnknown } from './document/diagram-unknown.ts'
import { documentDiagramValue } from './document/diagram-value.ts'
import { documentFrontmatterDuplicate } from './document/frontmatter-duplicate.ts'
import { documentFrontmatterMissing } from './document/frontmatter-missing.ts'
import { documentFrontmatterSyntax } from './document/frontmatter-syntax.ts'
import { documentFrontmatterUnclosed } from './document/frontmatter-unclosed.ts'
import { documentFrontmatterUnknown } from './document/frontmatter-unknown.ts'
import { documentFrontmatterValue } from './document/frontmatter-value.ts'
import { documentIdDiffers } from './document/id-differs.ts'
import { documentIndentedCode } from './document/indented-code.ts'
import { documentLoneCr } from './document/lone-cr.ts'
import { documentTooDeep } from './document/too-deep.ts'
import { documentTooDense } from './document/too-dense.ts'
import { documentTooLarge } from './document/too-large.ts'
import { documentUnreadable } from './document/unreadable.ts'
import { fenceCaptureUnassigned } from './fence/capture-unassigned.ts'
import { fenceEmpty } from './fence/empty.ts'
import { fenceExpectEmpty } from './fence/expect-empty.ts'
import { fenceExpectJson } from './fence/expect-json.ts'
import { fenceExpectOrphan } from './fence/expect-orphan.ts'
import { fenceExpectRegex } from './fence/expect-regex.ts'
import { fenceKeyConflict } from './fence/key-conflict.ts'
import { fenceKeyDuplicate } from './fence/key-duplicate.ts'
import { fenceKeyMisplaced } from './fence/key-misplaced.ts'
import { fenceKeyNeeds } from './fence/key-needs.ts'
import { fenceKeyUnknown } from './fence/key-unknown.ts'
import { fenceLanguageMissing } from './fence/language-missing.ts'
import { fenceLanguageShell } from './fence/language-shell.ts'
import { fenceMetaSyntax } from './fence/meta-syntax.ts'
import { fenceQuoteUnterminated } from './fence/quote-unterminated.ts'
import { fenceStepDuplicate } from './fence/step-duplicate.ts'
import { fenceStepOutsideRunbook } from './fence/step-outside-runbook.ts'
import { fenceTooLarge } from './fence/too-large.ts'
import { fenceUnclosed } from './fence/unclosed.ts'
import { fenceUndoesUnknown } from './fence/undoes-unknown.ts'
import { fenceUnmarked } from './fence/unmarked.ts'
import { fenceValue } from './fence/value.ts'
import { incidentValue } from './incident/value.ts'
import { parameterKeyMissing } from './parameter/key-missing.ts'
import { parameterKeyUnknown } from './parameter/key-unknown.ts'
import { parameterName } from './parameter/name.ts'
import { parameterType } from './parameter/type.ts'

/** What the reading of a page may find. */
export const DOCUMENT_FINDINGS: readonly Definition[] = [
  documentControlCharacter,
  documentCrlf,
  documentDiagramMissing,
  documentDiagramSyntax,
  documentDiagramUnknown,
  documentDiagramValue,
  documentFrontmatterDuplicate,
  documentFrontmatterMissing,
  documentFrontmatterSyntax,
  documentFrontmatterUnclosed,
  documentFrontmatterUnknown,
  documentFrontmatterValue,
  documentIdDiffers,
  documentIndentedCode,
  documentLoneCr,
  documentTooDeep,
  documentTooDense,
  documentTooLarge,
  documentUnreadable,
  fenceCaptureUnassigned,
  fenceEmpty,
  fenceExpectEmpty,
  fenceExpectJson,
  fenceExpectOrphan,
  fenceExpectRegex,
  fenceKeyConflict,
  fenceKeyDuplicate,
  fenceKeyMisplaced,
  fenceKeyNeeds,
  fenceKeyUnknown,
  fenceLanguageMissing,
  fenceLanguageShell,
  fenceMetaSyntax,
  fenceQuoteUnterminated,
  fenceStepDuplicate,
  fenceStepOutsideRunbook,
  fenceTooLarge,
  fenceUnclosed,
  fenceUndoesUnknown,
  fenceUnmarked,
  fenceValue,
  incidentValue,
  parameterKeyMissing,
  parameterKeyUnknown,
  parameterName,
  parameterType,
]
