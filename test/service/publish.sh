#!/bin/sh
# Takes a new offer from nothing to Live with curl alone, and says each request with its answer.
# After the documented calls it goes only where the service's own headers lead.
#
#   publish.sh http://localhost:4280 "$(cat .data/api-token)" contoso my-offer offer.json
set -eu
service=$1 token=$2 publisher=$3 offer=$4 content=$5
version='api-version=2017-10-31'
address="/api/publishers/$publisher/offers/$offer"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ask() { # method, address, then what else curl is to send
  method=$1 path=$2
  shift 2
  status=$(curl --silent --show-error --max-time 20 --request "$method" \
    --header "Authorization: Bearer $token" --header 'Accept: application/json' \
    --dump-header "$work/head" --output "$work/body" --write-out '%{http_code}' "$@" "$service$path")
}
header() { grep -i "^$1:" "$work/head" | cut -d ' ' -f 2- | tr -d '\r'; }
expect() {
  echo "$method $path: $status"
  test "$status" = "$1" || { cat "$work/body"; exit 1; }
}
poll() { # address, what the answer has to say
  tries=0
  until ask GET "$1" && test "$status" = 200 && grep -q "$2" "$work/body"; do
    tries=$((tries + 1))
    if test "$status" != 200 || test $tries = 600 || grep -q '^{"status":"\(failed\|canceled\)"' "$work/body"; then
      echo "$method $path: $status, which is not $2"
      cat "$work/body"
      exit 1
    fi
    sleep 0.05
  done
  echo "$method $path: says $2"
}

ask PUT "$address?$version" --header 'Content-Type: application/json' --data-binary "@$content"
expect 201
echo "ETag: $(header etag)"

ask POST "$address/publish?$version" --header 'Content-Type: application/json' \
  --data '{"metadata":{"notification-emails":"avery@contoso.com"}}'
expect 202
publishing=$(header operation-location)
test "$(header location)" = "$publishing"
poll "$publishing" '"status":"waitingForPublisherReview"'

ask POST "$address/golive?$version" --data ''
expect 202
going=$(header location)
poll "$going" '^{"status":"complete"'

ask GET "$address/slot/Production?$version"
expect 200
