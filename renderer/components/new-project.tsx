// The form for a new project: name, template, language of the report. Asks; its owner makes the project.

import { type ReactElement, useId, useState } from 'react'
import type { Language } from '../../shared/model/language.ts'
import { shellWords } from '../../shared/text/screens.ts'
import { useLanguage, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'
import { Dialog } from './dialog.tsx'

export interface NewProjectProps {
  busy: boolean
  onCreate: (name: string, language: Language) => void
  onClose: () => void
}

export function NewProject({ busy, onCreate, onClose }: NewProjectProps): ReactElement {
  const { newProject: words, close, cancel } = useWords(shellWords)
  const [name, setName] = useState(words.defaultName)
  const [language, setLanguage] = useState(useLanguage())
  const nameId = useId()
  return (
    <Dialog
      title={words.title}
      closeLabel={close}
      onClose={onClose}
      onSubmit={() => onCreate(name.trim(), language)}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" submit disabled={busy || name.trim() === ''}>
            {words.create}
          </Button>
        </>
      }
    >
      <div className="field">
        <label className="field-label" htmlFor={nameId}>
          {words.name}
        </label>
        <input
          id={nameId}
          className="input"
          value={name}
          maxLength={100}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Choice
        label={words.template}
        value="internship"
        options={[{ value: 'internship', label: words.templateName, note: words.templateNote }]}
        onChange={() => undefined}
      />
      <Choice
        label={words.language}
        value={language}
        options={[
          { value: 'zh-CN', label: words.languages['zh-CN'] },
          { value: 'en', label: words.languages.en },
        ]}
        onChange={setLanguage}
      />
    </Dialog>
  )
}
