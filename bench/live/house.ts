import { startApp } from '../../server/app.ts'
import { loadEnv } from '../../server/config/env.ts'
import { answerParent } from './answer-parent.ts'

/* Foyer's server as `server/main.ts` starts it, watched by the bench. */

const app = await startApp(loadEnv())
answerParent(app.url.replace('localhost', '127.0.0.1'))
