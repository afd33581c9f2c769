#!/usr/bin/env bash
# Sells one ticket with nothing but curl and md5sum: every call of a sale, signed by hand.
#
#   sell-a-ticket.sh [ADDRESS] [CHANNEL] [SECRET]
#
# The defaults are those of `npm run sandbox`. Ends with 0 and the pickup number, or with 1 and the answer that said no.
set -euo pipefail

address=${1:-http://127.0.0.1:8800}
channel=${2:-FOYER}
secret=${3:-sandbox-secret-not-for-production}
mobile=13800138000
# The cloud lives in Beijing time, and its day begins at six in the morning.
export TZ=CST-8

# call API DATA -> the answer. Specification 2: name and value of every parameter but sign, in alphabetical order,
# then the secret; MD5. What is signed has to be the very text that is sent.
call() {
  local api=ykse.partner.$1 data=$2 timestamp sign answer
  timestamp=$(date +%s000)
  sign=$(printf %s "api${api}channelCode${channel}data${data}timestamp${timestamp}v1.0${secret}" | md5sum | cut -d' ' -f1)
  answer=$(curl -sS --compressed "$address/route" --data-urlencode "data=$data" \
    -d "api=$api" -d v=1.0 -d "channelCode=$channel" -d "timestamp=$timestamp" -d "sign=$sign")
  case $answer in
    *'"retCode":"0"'*'"bizCode":"SUCCESS"'*) printf %s "$answer" ;;
    *) printf '%s said: %s\n' "$api" "$answer" >&2; return 1 ;;
  esac
}

# field NAME <<< JSON -> the value of the first string field of that name.
field() { grep -o "\"$1\":\"[^\"]*\"" | sed -n '1s/^"[^"]*":"\(.*\)"$/\1/p'; }
# objects NAME <<< JSON -> the objects that begin with that field, one a line.
objects() { sed "s/{\"$1\"/\n&/g" | grep "^{\"$1\"" || true; }

cinema=$(call cinema.getCinemas '{}' | field cinemaLinkId)

# A show that is on sale and has one price for all its seats.
today=$(date -d '-6 hours' +%F)
tomorrow=$(date -d '+18 hours' +%F)
now=$(date '+%F %T')
schedules=$(call schedule.getSchedules "{\"cinemaLinkId\":\"$cinema\",\"startDate\":\"$today\",\"endDate\":\"$tomorrow\"}")
show=$(objects scheduleId <<<"$schedules" | grep '"saleStatus":"Y"' | grep '"settlePrice"' | grep -v areaSettlePrices |
  while read -r line; do
    if [[ $(field stopSellingTime <<<"$line") > $now ]]; then printf '%s\n' "$line"; fi
  done | sed -n 1p)
[[ -n $show ]] || { echo 'nothing is on sale' >&2; exit 1; }
schedule=$(field scheduleId <<<"$show")
key=$(field scheduleKey <<<"$show")
hall=$(field hallId <<<"$show")
price=$(field settlePrice <<<"$show")
fee=$(field ticketfee <<<"$show")
starts=$(field showDateTime <<<"$show")
reference="\"cinemaLinkId\":\"$cinema\",\"scheduleId\":\"$schedule\",\"scheduleKey\":\"$key\""

# The plan in force: the last whose day has come.
plan=$(call seat.getSeats "{\"cinemaLinkId\":\"$cinema\",\"hallId\":\"$hall\"}" | objects effectiveDate |
  while read -r line; do
    if [[ ! $(field effectiveDate <<<"$line") > ${starts%% *} ]]; then printf '%s\n' "$line"; fi
  done | tail -n 1)

# Sold seats are asked for section by section.
sold=$(for section in $(objects sectionId <<<"$plan" | field sectionId); do
  call seat.getScheduleSoldSeats "{$reference,\"sectionId\":\"$section\"}"
done)
seat=$(objects seatId <<<"$plan" | grep '"type":"N","damage":"N"' | grep -o '"seatId":"[^"]*"' |
  grep -vF -f <(grep -o '"seatId":"[^"]*"' <<<"$sold") | sed -n '1s/^"seatId":"\(.*\)"$/\1/p')
[[ -n $seat ]] || { echo 'sold out' >&2; exit 1; }

lock=$(call seat.lockSeats "{$reference,\"outLockId\":\"$(date +%s%N)\",\"seatIdList\":[\"$seat\"]}" | field lockOrderId)
ticket="{\"seatId\":\"$seat\",\"ticketPrice\":\"$price\",\"ticketFee\":\"$fee\"}"
order=$(call order.confirmOrder "{$reference,\"lockOrderId\":\"$lock\",\"ticketList\":[$ticket],\"mobile\":\"$mobile\"}")
pickup=$(field confirmationId <<<"$order")
status=$(call order.getOrderInfo "{\"cinemaLinkId\":\"$cinema\",\"lockOrderId\":\"$lock\"}" | field status)
ticket=$(call order.getTicketInfo "{\"cinemaLinkId\":\"$cinema\",\"confirmationId\":\"$pickup\"}")

printf '%s\n' "$(field cinemaName <<<"$ticket"), $(field hallName <<<"$ticket")" \
  "$(field shortName <<<"$ticket"), $starts" \
  "row $(field rowId <<<"$ticket"), seat $(field columnId <<<"$ticket"): $price + $fee" \
  "order $(field orderId <<<"$order"): $status" \
  "pickup number $pickup"
