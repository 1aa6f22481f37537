import { defineFinding } from '#finding/define.ts'

export const filePythonName = defineFinding({
  code: 'FILE_PYTHON_NAME',
  severity: 'error',
  allowable: true,
  es: {
    message: '{file} usa el nombre {name}, que nada define.',
    hint: 'Corrige el nombre, o define o importa ese.',
    why: 'Python no mira los nombres hasta que llega a ellos: el programa arranca, y falla en la primera petición que pasa por ahí.',
  },
  en: {
    message: '{file} uses the name {name}, which nothing defines.',
    hint: 'Correct the name, or define or import it.',
    why: 'Python does not look at names until it reaches them: the program starts, and fails at the first request that comes by.',
  },
  wrong: ['```python file=app.py', 'import json', '', 'print(jsn.dumps({"status": "ok"}))', '```'],
  right: ['```python file=app.py', 'import json', '', 'print(json.dumps({"status": "ok"}))', '```'],
})
