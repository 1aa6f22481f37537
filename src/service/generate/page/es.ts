import { DRIFT_ROWS } from '../service.ts'
import { seesDrift } from './header.ts'
import type { PageBody } from './words.ts'

/** The text of the page of a service in Spanish. */
export const BODY_ES: PageBody = ({ service, block }) => `
## Antes de empezar

Trabaja en la raíz del servicio, donde está \`compose.yaml\`. Necesitas Docker con Compose, \`curl\`, \`jq\` y \`openssl\`. El modelo va dentro de la imagen y se carga en cada contenedor, en un solo proceso: para más carga, más contenedores.

## Arrancar

### Construir la imagen

La construcción compara el modelo con el hash del manifiesto y se detiene si no coinciden.

${block('build')}

### Escribir la clave

Quien llama al servicio la presenta en cada petición. Se genera aquí, se queda en \`.env\`, y solo tú puedes leer el archivo. Si ya hay una, se conserva.

${block('write-key')}

### Comprobar la clave

Cuenta las que tienen la longitud suficiente, sin mostrar ninguna.

${block('check-key')}

### Arrancar el contenedor

Espera como mucho 60 segundos a que esté sano, y sano quiere decir con el modelo cargado.

${block('start')}

## Verificar la salud y entenderla

### El proceso está vivo

\`/health\` no mira nada más, para que nadie reinicie el servicio porque su modelo tarde en cargar. También dice qué versión contesta.

${block('check-health')}

### Contesta en menos de 100 ms

Basta con una petición de cinco: las otras pueden encontrar la máquina ocupada.

${block('check-speed')}

### El modelo está cargado

\`/health/ready\` contesta 200 cuando se puede predecir, con el principio del hash del modelo, y 503 hasta entonces.

${block('check-ready')}

### Cabe en su memoria

El kernel mata, a mitad de una petición, a un contenedor que pasa de su límite, \`mem_limit\` en \`compose.yaml\`. Si el uso se acerca al límite, súbelo y arranca otra vez.

${block('check-memory')}

## Predecir

### Pedir una predicción

Esta petición sale del esquema de entrada. Guárdala en \`request.json\`:

${block('request-file')}

La clave entra por la entrada estándar, no como argumento: los argumentos los ve cualquiera en la lista de procesos. La respuesta es la del modelo con el que se hizo este servicio.

${block('predict')}

### Comprobar que se rechaza una petición mala

Esta tiene un campo no válido. Guárdala en \`bad-request.json\`:

${block('bad-request-file')}

La respuesta es 422 y nombra el campo.

${block('predict-bad')}

### Comprobar que sin la clave no contesta

Quien no la presenta recibe 401 y ninguna predicción.

${block('refuse-without-key')}

### Comprobar la descripción de la API

\`/openapi.json\` describe lo mismo que el manifiesto: nombres, tipos, límites y qué es obligatorio.

${block('check-description')}

### Comprobar la documentación

\`/docs\` muestra esa descripción en un navegador.

${block('check-docs')}

### Comprobar este runbook

El servicio lleva una copia en \`runbook.md\`. Si le falta algún apartado, sale aquí.

${block('check-runbook')}
${service.monitoring ? watching(block) : ''}
## Probar aparte

### Arrancar con un modelo lento

Otro contenedor, en otro puerto, que tarda 20 segundos más en cargar. El que atiende no se entera.

${block('start-trial')}

### Está vivo

Espera a que el proceso conteste, cosa que hace antes de tener el modelo.

${block('check-alive')}

### Todavía no está listo

Mientras carga contesta 503, así que un balanceador no le manda peticiones.

${block('check-not-ready')}

### Al final está listo

Cuando el modelo está cargado, contesta 200 sin que nadie haga nada.

${block('wait-ready')}

### Predecir varios casos

Contesta en el mismo orden. Aquí se pregunta ${DRIFT_ROWS} veces por el mismo caso: por eso no se usa el contenedor que atiende.

${block('predict-batch')}
${seesDrift(service) ? drift(block) : ''}
### Borrarlo

Era solo para la prueba; el que atiende sigue en su puerto.

${block('remove-trial')}

## Publicar

### Comprobar qué versión atiende

A esa volverás si la nueva va mal.

${block('check-previous')}

### Construir la nueva

La imagen anterior se queda: es lo que permite volver atrás.

${block('build-new')}

### Cambiar de versión

Compose sustituye el contenedor, porque su imagen es otra, y espera a que el nuevo tenga el modelo.

${block('release')}

### Comprobar la versión nueva

Que conteste alguien no basta: tiene que ser la nueva.

${block('check-release')}

## Volver atrás

### Comprobar que la imagen sigue aquí

Volver no construye nada: usa la imagen que ya atendió. No hace falta que la versión mala esté sana.

${block('check-image')}

### Volver

Compose sustituye el contenedor por otro de la imagen anterior.

${block('roll-back')}

### Comprobar la versión anterior

Atiende la versión a la que se quería volver.

${block('check-roll-back')}

## Parar

### Parar el contenedor

Deja acabar las peticiones en curso. Las imágenes se quedan. Compose pide una versión para leer su archivo; para parar, vale cualquiera.

${block('stop')}

### Comprobar que no contesta

\`curl\` acaba con estado 7: nadie escucha en el puerto.

${block('check-stopped')}

### Borrar la clave y las peticiones de prueba

El próximo arranque genera otra clave, y quien llama tendrá que usarla.

${block('remove-files')}

## Solución de problemas

| Qué se ve | Qué significa | Qué hacer |
|---|---|---|
| \`Connection refused\` | no hay contenedor, o el puerto es otro | [arranca](#step-start) |
| 401 | falta la clave, o es la de antes | usa la de \`.env\` |
| 413 | la petición pasa del límite de \`settings.yaml\` | divídela en varias |
| 422 | un campo falta, sobra o no es válido; la respuesta lo nombra | corrige la petición |
| 429 | más peticiones por minuto que el límite | espera lo que diga \`Retry-After\` |
| 503 y \`the model is loading\` | acaba de arrancar | espera a [que esté listo](#step-check-ready) |
| 503 y \`the model could not be loaded\` | el modelo no es el del manifiesto | [vuelve atrás](#step-roll-back) |
| \`API_KEY: must have at least 32 characters\` en los registros | la clave falta o es corta | [escribe la clave](#step-write-key) y arranca |
`

const watching = (block: (id: string) => string): string => `
## Métricas y umbrales

| Métrica | Qué cuenta | Cuándo mirar |
|---|---|---|
| \`http_requests_total\` | peticiones, por ruta y estado | más del 1 % con estado 5xx durante 5 minutos |
| \`http_request_duration_seconds\` | cuánto tardan | el percentil 95 pasa de 250 ms |
| \`model_predictions_total\` | predicciones, por resultado | una clase deja de salir |
| \`model_drift_psi\` | cuánto se aleja cada variable del entrenamiento | pasa de \`model_drift_threshold\` |
| \`model_drifted\` | 1 si pasa | alguna vale 1 |

### Comprobar que cuenta

Una predicción más sube en uno el contador.

${block('count-predictions')}

### Leer el umbral de deriva

El índice de estabilidad de la población (PSI) compara las últimas predicciones con el entrenamiento. El umbral está en \`settings.yaml\`.

${block('read-threshold')}

### Ver qué variables se desvían

Escribe una línea por cada una que pasa del umbral. Con menos de ${DRIFT_ROWS} predicciones no dice nada: podría ser azar. Si sale alguna, compara los datos que llegan con los del entrenamiento antes de volver a entrenar.

${block('list-drifted')}
`

/** Of a trial that is unlike the training. */
const drift = (block: (id: string) => string): string => `
### Ver una deriva

Tantos casos iguales no se parecen a los del entrenamiento, y la métrica lo dice.

${block('see-drift')}
`
