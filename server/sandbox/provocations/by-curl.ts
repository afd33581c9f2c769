import { sandboxChannel } from '../sandbox.ts'

/** What a shell needs to do everything that the table tells, with curl and md5sum: `call`, `control`. */
export const byCurl = `\
url=http://127.0.0.1:8800 channel=${sandboxChannel.channelCode} secret=${sandboxChannel.secret} ahead=0

call() { # API DATA
  local api=ykse.partner.$1 data=$2 t=$(($(date +%s) + ahead))000 sign
  sign=$(printf %s "api\${api}channelCode\${channel}data\${data}timestamp\${t}v1.0\${secret}" | md5sum | cut -d' ' -f1)
  curl -sS --compressed "$url/route" --data-urlencode "data=$data" \\
    -d "api=$api" -d v=1.0 -d "channelCode=$channel" -d "timestamp=$t" -d "sign=$sign"
}
control() { # WHAT BODY
  curl -sS "$url/control/$1" -H 'content-type: application/json' -d "$2"
}
`
