import { quirks, troubles } from '#contract/sandbox-faults.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { SelectField, TextField } from '../parts/field.tsx'
import { type FaultDraft, ownFields } from './fault-draft.ts'
import { quirkWords, troubleWords } from './fault-words.ts'
import { formMessages } from './form-messages.ts'

const typed = ['delaySeconds', 'spreadSeconds', 'code', 'skewSeconds'] as const

interface OwnFieldsProps {
  draft: FaultDraft
  onChange: (part: Partial<FaultDraft>) => void
}

/** The fields that only the chosen kind of fault has. */
export function OwnFields({ draft, onChange }: OwnFieldsProps) {
  const t = useMessages(formMessages)
  const quirkNames = useMessages(quirkWords)
  const troubleNames = useMessages(troubleWords)
  const own = ownFields[draft.kind]
  return (
    <>
      {typed
        .filter(field => own.includes(field))
        .map(field => (
          <TextField
            key={field}
            label={t[field]}
            value={draft[field]}
            onChange={event => onChange({ [field]: event.target.value })}
          />
        ))}
      {own.includes('quirk') && (
        <SelectField
          label={t.quirk}
          value={draft.quirk}
          onPick={quirk => onChange({ quirk })}
          choices={quirks.map(quirk => ({ value: quirk, name: quirkNames[quirk] }))}
        />
      )}
      {own.includes('trouble') && (
        <SelectField
          label={t.trouble}
          value={draft.trouble}
          onPick={trouble => onChange({ trouble })}
          choices={troubles.map(trouble => ({ value: trouble, name: troubleNames[trouble] }))}
        />
      )}
      {own.includes('handled') && (
        <label className="col-span-2 flex min-h-9 items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={draft.handled}
            onChange={event => onChange({ handled: event.target.checked })}
            className="size-5 accent-lamp"
          />
          {t.handled}
        </label>
      )}
    </>
  )
}
