#!/bin/sh
# 每月定时任务：登记收件夹中各板块的月报，打印报送情况、催报文字、到期逾期事项和汇总表。
# The monthly job: imports what the districts sent, prints who has reported, the reminders,
# what is due or late, and the summary. Example for cron, on working days of the first ten days of a month:
#   30 8 1-10 * 1-5  TUIJIN_DB=/data/tuijin.db /opt/tuijin/monthly.sh /data/inbox /data/out
# Exit codes: 0 done, 3 done in part (the rest is named), 1 refused, 2 wrong usage.
set -u
inbox=${1:?usage: monthly.sh INBOX OUTDIR [MONTH]}
out=${2:?usage: monthly.sh INBOX OUTDIR [MONTH]}
month=${3:-$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m)}
mkdir -p "$out"

tuijin import "$inbox" --month "$month" --each --accept-valid --yes --output "$out/import-$month.csv"
done=$?
tuijin reports --month "$month" --output "$out/reports-$month.csv" || exit $?
tuijin reports remind --month "$month" --output "$out/remind-$month.txt" || exit $?
tuijin calendar due --output "$out/due.txt" || exit $?
tuijin summary --month "$month" --output "$out/summary-$month.csv" || exit $?
exit $done
