"""Makes a national library with the program's own commands: cities of ten districts and 200 projects
each, a report of every project in every month, and appeals with letters, replies and outcomes.

cities.py PROGRAM FOLDER CITIES MONTHS APPEALS: leaves national.db in FOLDER.
"""

import pathlib
import random
import sys

import invent
from known import line, tuijin, write

EACH, SHARE = 10, 20  # districts of a city, projects of a district
FIRST = (2020, 3)
# Category, lead department, assisting department, what is wanted.
WANTS = (
    ("土地指标", "资规", "", "请落实用地指标{n}亩，{m}月底前供地"),
    ("能耗指标", "发改", "工信", "请统筹解决年能耗指标{n}吨标准煤，{m}月底前出具审查意见"),
    ("规划调整", "资规", "住建", "请将{n}亩地块的控规调整列入{m}月规委会审议"),
    ("环评审批", "生态环境", "应急管理", "请明确第{n}号环评的审批路径，{m}月底前受理"),
    ("建设审批", "住建", "电力", "请在{m}月底前批复第{n}号专线供电方案"),
    ("通关便利", "海关", "", "请对{n}台进口设备实行目的地查验，{m}月底前放行"),
    ("资金管理", "外管", "金融", "请将资本金{n}万美元纳入便利化支付，{m}月底前办结"),
    ("税收", "税务", "", "请在{m}月征期内办理留抵退税{n}万元"),
    ("人才签证", "科技", "", "请为{n}名外籍工程师办理工作许可，{m}月底前入境"),
)
REASON = "依据《优化营商环境条例》第{n}条，由{lead}部门牵头并联办理，一次性答复办理意见。"
OUTCOMES = ("已解决", "已解决", "已解决", "已有明确办理途径", "已有解决方案或政策意见", "对上争取", "提交点评会", "办理中")


def day_after(count, day):
    """A day of the month that follows the report month `count`."""
    return f"{invent.month_name(FIRST, count + 1)}-{day:02d}"


def prepare(program, folder, cities, months, appeals):
    folder.mkdir(parents=True, exist_ok=True)
    library, sheet = folder / "national.db", folder / "sheet.csv"
    library.unlink(missing_ok=True)

    def run(day, *words):
        tuijin(program, library, day, *words)

    founded = invent.month_name(FIRST, 0) + "-05"
    run(founded, "init")
    districts = invent.districts(cities, EACH)
    for key, name in districts:
        run(founded, "district", "set", key, "--name", name, "--short", name, "--english", key)
    projects = [
        invent.Project(number, districts[number % len(districts)][1], f"XM2020-{number + 1:04d}", FIRST)
        for number in range(len(districts) * SHARE)
    ]
    write(sheet, (line(["2020-02", "", *it.cells(-1)[1:-1], "无"]) for it in projects))
    run(founded, "import", sheet, "--admit", "--basis", "签约大会")
    dice = random.Random(invent.SEED)
    asked = Appeals(run, sheet, projects, dice)
    for month in range(months):
        name = invent.month_name(FIRST, month)
        # A few are forgotten each month, and a few districts report late.
        told = [it for it in projects if dice.randrange(200)]
        write(sheet, (line([name, *it.cells(month)]) for it in told))
        run(day_after(month, 5), "import", sheet)
        asked.month(month, appeals // months + (month < appeals % months))
    sheet.unlink()


class Appeals:
    """Appeals in their rounds; codes are those a library gives in the order they are logged."""

    def __init__(self, run, sheet, projects, dice):
        self.run, self.sheet, self.projects, self.dice = run, sheet, projects, dice
        self.logged = {}  # by year

    def month(self, month, count):
        round_of = invent.month_name(FIRST, month + 1)
        year = round_of[:4]
        heads = "项目编号,项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,协办部门,解决建议,需市级协调,紧急程度,提出人,提出日期\n"
        rows, known = [], []
        for place in range(count):
            project = self.projects[self.dice.randrange(len(self.projects))]
            category, lead, assist, purpose = WANTS[self.dice.randrange(len(WANTS))]
            number = self.dice.randrange(10, 9000)
            purpose = purpose.format(n=number, m=place % 12 + 1)
            rows.append(",".join((
                project.code, project.name, category,
                f"项目总投资{invent.money(project.total)}万美元，{invent.WORKS[place % len(invent.WORKS)]}，第{number}号。",
                f"{invent.PROBLEMS[place % 2]}，已沟通{number % 9 + 1}次，涉及{number}项材料。",
                purpose, lead, assist, REASON.format(n=number % 70, lead=lead),
                "是", "紧急" if number % 10 == 0 else "一般", project.tracker, day_after(month, 4),
            )) + "\n")
            self.logged[year] = self.logged.get(year, 0) + 1
            known.append((f"SQ{year}-{self.logged[year]:04d}", project.name, purpose, lead, assist))
        self.write(heads, rows)
        self.run(day_after(month, 6), "appeal", "log", "--from", self.sheet, "--round", round_of)
        self.run(day_after(month, 6), "letter", "draft", "--round", round_of, "--all")
        self.run(day_after(month, 6), "letter", "sent", "--round", round_of, "--number", f"示例函{month + 1}号")
        self.answer(month, known)

    def answer(self, month, known):
        """Nine in ten are answered, most of those come to an outcome, half of these are closed."""
        heads = "答复部门,诉求编号,项目,诉求目的,答复类型,办理意见,答复日期,承办人\n"
        answered = [it for it in known if self.dice.randrange(10)]
        rows = [
            f"{department},{code},{project},{purpose},答复,已会同有关单位研究，可按现行政策办理，材料齐全后一次办结,{day_after(month, 12)},示例经办\n"
            for code, project, purpose, lead, assist in answered
            for department in (lead, assist) if department
        ]
        self.write(heads, rows)
        self.run(day_after(month, 14), "appeal", "reply", "--from", self.sheet)
        settled = [(it[0], it[1], OUTCOMES[self.dice.randrange(len(OUTCOMES))]) for it in answered]
        self.write(
            "诉求编号,项目,办理结果,说明,日期\n",
            [f"{code},{project},{outcome},按会议意见办理,{day_after(month, 20)}\n" for code, project, outcome in settled],
        )
        self.run(day_after(month, 20), "appeal", "outcome", "--from", self.sheet)
        closed = [code for code, _, outcome in settled if outcome == "已解决" and self.dice.randrange(4)]
        if closed:
            self.run(day_after(month, 22), "appeal", "close", *closed)

    def write(self, heads, rows):
        with open(self.sheet, "w", encoding="utf-8", newline="") as file:
            file.write(heads)
            file.writelines(rows)


if __name__ == "__main__":
    prepare(sys.argv[1], pathlib.Path(sys.argv[2]), *(int(it) for it in sys.argv[3:6]))
