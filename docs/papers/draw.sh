#!/usr/bin/env bash
# Draws the pictures of this folder from the example (示例, invented): the first round of appeals, the
# meeting of 12 March 2020 and the review meeting of the same month. Needs LibreOffice, poppler,
# ImageMagick and a Chinese font. usage: docs/papers/draw.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --locked --quiet
program=$PWD/target/debug/tuijin
pictures=$PWD/docs/papers
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TUIJIN_DB="$folder/t.db" TUIJIN_LANG=zh TUIJIN_TODAY
# The commands of the round read its files; words of a command are parted by single spaces.
while IFS=' ' read -r TUIJIN_TODAY line; do
  read -ra words <<<"$line"
  "$program" "${words[@]}" >/dev/null 2>&1
done <examples/first-batch/round/commands.txt
cd "$folder"
TUIJIN_TODAY=2020-03-12
say() { "$program" "$@" --quiet >/dev/null; }
say setting set 联系人 示例联系人
say setting set 联系电话 0512-00000000
say meeting plan 督办会 --month 2020-03 --on 2020-03-12
say meeting plan 点评会 --month 2020-03 --on 2020-03-30
say pack DB2020-03 --output-dir before --place 市政府一号会议室 --time 下午2:30
say pack DP2020-03 --output-dir review --place 市政府一号会议室 --time 下午2:30
say meeting decide DB2020-03 --text 会同园区落实奥启丹项目220千伏用电方案，4月底前明确外线路由 --district 园区 \
  --department 电力 --department 资规 --due 2020-04-30 --appeal SQ2020-0031
say meeting decide DB2020-03 --text 逐项梳理仍在办理的诉求，明确办结时间 --department 发改 --department 工信 \
  --department 住建 --due 2020-03-31
say appeal outcome SQ2020-0031 --outcome 对上争取 --reason 会议明确由资规牵头向省厅争取指标
say meeting close DB2020-03 --present "示例甲 市商务局 局长" --present "示例乙 昆山市 副市长"
say pack DB2020-03 --output-dir after --place 市政府一号会议室 --time 下午2:30
say letter write HD2020-0004 --head letter --output-dir letters

# sheet PAPER PAGE PICTURE: one page of a paper as a picture.
sheet() {
  lowriter --headless --convert-to pdf --outdir pdf "$1" >/dev/null 2>&1
  pdftoppm -r 45 -png -f "$2" -l "$2" -singlefile "pdf/$(basename "$1" .docx).pdf" "$3"
}
sheet before/01*.docx 1 p1
sheet before/02*.docx 1 p2
sheet before/03*.docx 1 p3
sheet before/05*.docx 1 p4
sheet before/07*.docx 1 p5
sheet before/08*.docx 1 p6
sheet after/*纪要.docx 1 p7
sheet after/*任务单.docx 1 p8
sheet review/*各板块汇报.docx 4 p9
sheet before/04*.docx 1 l1
sheet before/06*.docx 1 l2
sheet before/06*.docx 3 l3
sheet before/06*.docx 9 l4
sheet review/*大项目突破*.docx 1 l5
for page in 1 2 5; do sheet letters/*函.docx "$page" "c$page"; done
join() { montage "${@:2}" -tile "$1" -geometry +6+6 -background '#dddddd' +dither -colors 24 PNG8:"$picture"; }
picture=$pictures/pack-portrait.png join 5x p?.png
picture=$pictures/pack-landscape.png join 3x l?.png
picture=$pictures/letter.png join 3x c?.png
