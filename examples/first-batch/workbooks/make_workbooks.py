#!/usr/bin/env python3
"""Writes the 193 projects of ../projects.json once more, as ten workbooks in ten other layouts.

    python3 -m venv ~/somewhere-else && ~/somewhere-else/bin/pip install openpyxl==3.1.5 xlwt==1.3.0 xlrd==2.0.2
    ~/somewhere-else/bin/python make_workbooks.py            # write, then check
    ~/somewhere-else/bin/python make_workbooks.py --check    # only read back and check

Needs Python 3.10 or later and exactly the versions above; xlrd only for the check. The same bytes come out every time.
A workbook holds of each project what the district's CSV file holds, in other words, units, forms
of dates and another order of rows; names, investors and sentences are the same text.

openpyxl writes no results of formulas. They are put in afterwards: every formula cell is written
with its result beside it (`Formula`), and `finish` inserts the result as <v> into the sheet's XML,
where Excel keeps it. `finish` also fixes the times in the archive."""

import csv
import html
import io
import json
import re
import sys
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

sys.dont_write_bytecode = True

HERE = Path(__file__).resolve().parent
PROJECTS = json.loads((HERE.parent / "projects.json").read_text(encoding="utf-8"))
ORIGINS = HERE.parents[2] / "src" / "store" / "seed" / "origins.csv"
WAN = 1_000_000  # US cents in 1 万美元
YI = 10_000 * WAN  # in 1 亿美元
DOLLAR = 100
MONEY = ("total", "planned_fdi", "registered_fdi", "paid_in", "invested")
STAGES = ("negotiating", "signed", "registered", "started", "completed")
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
STEM = "重点外资项目首批入库表"
MOST_BYTES = 100_000
CHINESE_DATE = 'yyyy"年"m"月"d"日"'
NUMERAL_DATE = '[DBNum1][$-804]yyyy"年"m"月"d"日"'  # shows 二〇二〇年一月三日
BUILT_IN_DATE = "mm-dd-yy"  # number format 14, which Excel shows in the manner of the country


# --- a sheet, whatever it is written as -----------------------------------------------------------

@dataclass(frozen=True)
class Formula:
    """A formula and the result Excel would have kept with it."""
    text: str
    result: float


@dataclass
class Sheet:
    name: str
    cells: dict = field(default_factory=dict)  # (row, column), from 1: (value, number format, is heading)
    merges: list = field(default_factory=list)  # (first row, first column, last row, last column)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    filter: tuple = None  # (first row, last row, column, words shown)
    hidden: bool = False

    def put(self, row, column, value, form="General", head=False):
        if value is not None and value != "":
            self.cells[row, column] = (value, form, head)

    def block(self, row, column, last_row, last_column, value, form="General", head=False):
        """A value in a merged cell."""
        self.put(row, column, value, form, head)
        if (row, column) != (last_row, last_column):
            self.merges.append((row, column, last_row, last_column))

    def height(self):
        return max(row for row, _ in self.cells)

    def width(self):
        return max(column for _, column in self.cells)


@dataclass
class Layout:
    """How a sheet writes its projects."""
    columns: str  # key=heading; levels joined by >, a line break in a heading as ^
    stages: str  # words for 在谈, 签约未设立, 登记设立, 开工建设, 竣工
    bases: str  # words for 签约大会, 提请市级推动
    money: object  # (cents, turn) -> number or text
    money_format: str = "General"
    dates: tuple = ()  # forms of text, used in turn; none: real dates
    date_format: str = "yyyy-mm-dd"
    origins: dict = field(default_factory=dict)  # another word for an origin
    flags: str = "是 否"
    blanks: tuple = ("",)
    districts: dict = field(default_factory=dict)

    def parsed(self):
        pairs = (column.split("=", 1) for column in self.columns.split())
        return [(key, tuple(heading.replace("^", "\n").split(">"))) for key, heading in pairs]

    def cell(self, project, key, serial, turn):
        """Value and number format of one cell."""
        if key == "serial":
            return serial, "General"
        if key == "month":
            return ("2020年2月", "2020-02", "２０２０年２月")[turn % 3], "@"
        if key == "inner":
            return 730_100 + serial * 7, "0"
        if key in MONEY:
            cents = project[key + "_cents"]
            if cents is not None:
                return self.money(cents, turn), self.money_format
            return self.blanks[turn % len(self.blanks)], "General"
        value = project["origin_name"] if key == "origin" else project[key]
        if key == "origin":
            value = self.origins.get(value, value)
        elif key == "district":
            value = self.districts.get(value, value)
        elif key == "stage":
            value = self.stages.split()[STAGES.index(value)]
        elif key == "basis":
            value = self.bases.split()[value == "put_forward"]
        elif key == "expansion":
            value = self.flags.split()[not value]
        elif value and key.endswith(("_planned", "_actual", "_signed", "_registered", "_started", "_completed")):
            day = date.fromisoformat(value)
            if not self.dates:
                return day, self.date_format
            value = self.dates[turn % len(self.dates)](day)
        return value or self.blanks[turn % len(self.blanks)], "General"


def number(unit):
    """Amounts as real numbers in a unit."""
    def convert(cents, _):
        amount = Decimal(cents) / unit
        return int(amount) if amount == amount.to_integral_value() else float(amount)
    return convert


def plain(amount):
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(cents, turn):
    """`1.31亿美元`, `7000万美元`, `２０００万美元`, `5，850.00 万美元`."""
    if cents >= YI:
        return plain(Decimal(cents) / YI) + ("亿美元", " 亿美元")[turn % 2]
    wan = Decimal(cents) / WAN
    return (plain(wan) + "万美元", plain(wan).translate(FULL_WIDTH) + "万美元",
            f"{wan:,.2f}".replace(",", "，") + " 万美元")[turn % 3]


def as_text(cents, turn):
    """万美元 as text, in five forms."""
    wan = Decimal(cents) / WAN
    return (f"{wan:,.2f}".replace(",", "，"), plain(wan), plain(wan).translate(FULL_WIDTH),
            f"{wan:,.2f}", f"　{plain(wan)}　")[turn % 5]


def grouped(cents, _):
    return f"{Decimal(cents) / WAN:,.2f}"


def dotted(day):
    return f"{day.year}.{day.month}.{day.day}"


def slashed(day):
    return f"{day.year}/{day.month:02}/{day.day:02}"


def dashed(day):
    return day.isoformat()


def run_together(day):
    return f"{day:%Y%m%d}"


def in_words(day):
    return f"{day.year}年{day.month}月{day.day}日"


def in_wide_words(day):
    return in_words(day).translate(FULL_WIDTH)


# --- parts of a sheet -----------------------------------------------------------------------------

def header(sheet, row, layout):
    """The header with its merges; returns the row below it."""
    columns = layout.parsed()
    depth = max(len(path) for _, path in columns)
    for level in range(depth):
        place = 0
        while place < len(columns):
            path = columns[place][1]
            end = place
            if len(path) > level + 1:  # a group: as far as the columns share it
                while end + 1 < len(columns) and len(columns[end + 1][1]) > level + 1 \
                        and columns[end + 1][1][:level + 1] == path[:level + 1]:
                    end += 1
                sheet.block(row + level, place + 1, row + level, end + 1, path[level], head=True)
            elif len(path) == level + 1:
                sheet.block(row + level, place + 1, row + depth - 1, place + 1, path[level], head=True)
            place = end + 1
    return row + depth


def rows(sheet, row, layout, projects, serial=1):
    """A row for each project; returns the row below them."""
    for offset, project in enumerate(projects):
        for place, (key, _) in enumerate(layout.parsed()):
            value, form = layout.cell(project, key, serial + offset, serial + offset + place)
            sheet.put(row + offset, place + 1, value, form)
    return row + len(projects)


def sums(sheet, row, layout, projects, label, ranges=None, merged=True):
    """A row of totals: =SUM over `ranges` of rows, or what the layout writes of the sum."""
    columns = layout.parsed()
    first = next(place for place, (key, _) in enumerate(columns, 1) if key in MONEY)
    sheet.block(row, 1, row, first - 1 if merged else 1, label)
    for place, (key, _) in enumerate(columns, 1):
        if key not in MONEY:
            continue
        if ranges is None:
            cents = sum(p[key + "_cents"] or 0 for p in projects)
            sheet.put(row, place, layout.money(cents, 1), layout.money_format)
            continue
        letter = letter_of(place)
        result = 0.0
        for from_row, to_row in ranges:
            for at in range(from_row, to_row + 1):
                value = sheet.cells.get((at, place), (0,))[0]
                result += value.result if isinstance(value, Formula) else value
        text = ",".join(f"{letter}{a}:{letter}{b}" if a != b else f"{letter}{a}" for a, b in ranges)
        sheet.put(row, place, Formula(f"=SUM({text})", result), layout.money_format)
    return row + 1


def line(sheet, row, width, text, right=None):
    """A line above or below the table, over its whole width; `right` in the last three columns."""
    sheet.block(row, 1, row, width - 3 if right else width, text)
    if right:
        sheet.block(row, width - 2, row, width, right)
    return row + 1


def letter_of(column):
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def filled(who, person, day):
    return f"填报单位（盖章）：{who}    填报人：{person}    填报时间：{day}"


def of(*districts):
    return [p for p in PROJECTS if p["district"] in districts]


def runs(projects, key):
    """Stretches of neighbours with the same value: (first, last), both from 0."""
    start = 0
    for at in range(1, len(projects) + 1):
        if at == len(projects) or projects[at][key] != projects[start][key]:
            yield start, at - 1
            start = at


# --- the ten workbooks ----------------------------------------------------------------------------

def zhangjiagang():
    """合计 directly below the header, as formulas; real dates with Chinese formats; notes below."""
    layout = Layout(
        """serial=序号 name=项目名称 investor=外国投资者 parent=境外母公司 origin=国家（地区） industry=产业类别
        total=项目总投资 planned_fdi=预计新增注册外资 registered_fdi=已登记注册外资 paid_in=历年累计实际使用外资
        invested=累计完成投资额 stage=当前阶段 stage_signed=签约日期 stage_registered=注册日期 stage_started=开工日期
        environment_planned=环评计划完成时间 environment_actual=环评实际完成时间
        land_supply_planned=供地计划完成时间 land_supply_actual=供地实际完成时间 basis=入库理由
        leader=挂钩联系领导 responsible=牵头单位 tracker=服务专员 expansion=是否为增资 progress=目前进展
        problem=存在困难和问题 remarks=备注说明""",
        "谈判 签约阶段 注册设立 开工 建成", "大会签约 报送提请市级推动", number(WAN), "#,##0.00_ ",
        date_format=CHINESE_DATE, origins={"香港": "香港特别行政区", "日本": "日本国", "美国": "美利坚合众国"})
    sheet, projects = Sheet("首批入库表"), of("张家港市")
    width = len(layout.parsed())
    line(sheet, 1, width, "张家港市重点外资项目首批入库表")
    line(sheet, 2, width, "（截至2020年2月底）")
    line(sheet, 3, width, filled("张家港市商务局", "俞听澜", "2020年3月4日"), "单位：万美元")
    top = header(sheet, 4, layout)
    end = rows(sheet, top + 1, layout, projects)
    sums(sheet, top, layout, projects, "合计", [(top + 1, end - 1)])
    started = [key for key, _ in layout.parsed()].index("stage_started") + 1
    for row in range(top + 1, end):
        if (row, started) in sheet.cells:
            sheet.cells[row, started] = (sheet.cells[row, started][0], NUMERAL_DATE, False)
    line(sheet, end, width, "备注：1．到账外资为历年累计数，自2018年1月起统计；")
    line(sheet, end + 1, width, "　　　2．总投资1亿美元及以上项目由市领导挂钩；")
    line(sheet, end + 2, width, "　　　3．合计由公式计算。")
    line(sheet, end + 4, width, "填表人：俞听澜　　审核人：魏砚秋　　联系电话：0512-00000001")
    return [sheet]


def changshu():
    """An old workbook: two titles, two header rows, real dates and whole dollars."""
    layout = Layout(
        """serial=序号 name=重点外资项目名称 investor=投资者名称 origin=外方国别（地区） industry=行业类别
        total=投资情况>总投资额 planned_fdi=投资情况>拟新增外资 registered_fdi=投资情况>已登记外资
        paid_in=投资情况>累计到账外资 stage=目前阶段 stage_signed=关键节点>签约日期
        stage_registered=关键节点>注册登记时间 stage_started=关键节点>开工建设时间 basis=入库条件 responsible=责任部门
        tracker=项目跟踪人 expansion=增资项目 progress=形象进度 remarks=备注""",
        "在谈阶段 签约 设立 在建 建成", "签约大会 市级推动", number(DOLLAR), "#,##0",
        date_format="yyyy/m/d", origins={"香港": "香港地区", "台湾": "台湾地区", "英国": "大不列颠", "日本": "日资"},
        flags="√ ×")
    sheet, projects = Sheet("Sheet1"), of("常熟市")
    width = len(layout.parsed())
    line(sheet, 1, width, "附件2")
    line(sheet, 2, width, "常熟市重点外资项目情况表")
    line(sheet, 3, width, "（2020年2月）")
    line(sheet, 4, width, filled("常熟市商务局", "范晚晴", "2020年3月3日"), "金额单位：美元")
    end = rows(sheet, header(sheet, 5, layout), layout, projects)
    end = sums(sheet, end, layout, projects, "合　计")
    line(sheet, end, width, "填表人：范晚晴　　单位负责人：姚若渊　　联系电话：0512-00000002")
    return [sheet]


def taicang():
    """Merged cells among the data: place, origin and investor over several rows."""
    layout = Layout(
        """serial=序号 district=属地 origin=外方国别 investor=外方名称 name=项目全称 industry=所属产业
        total=计划总投资额>（万美元） planned_fdi=计划新增注册外资>（万美元）
        registered_fdi=登记新增注册外资>（万美元） paid_in=历年累计到账外资>（万美元） stage=项目状态
        stage_signed=签约时间 stage_registered=登记设立时间 stage_started=开工时间 basis=纳库依据
        leader=联系领导 progress=最新进展""",
        "洽谈 已签约 已登记设立 开工建设 竣工", "签约大会签约 市级推动", number(WAN), "0.00_ ",
        dates=(in_words, dotted), origins={"德国": "德意志联邦共和国", "香港": "中国香港", "美国": "USA"})
    sheet = Sheet("太仓")
    order = ["德国", "日本", "韩国", "香港", "台湾"]
    projects = sorted(of("太仓市"), key=lambda p: (
        order.index(p["origin_name"]) if p["origin_name"] in order else 9, p["origin_name"], p["investor"]))
    top = header(sheet, 1, layout)
    end = rows(sheet, top, layout, projects)
    keys = [key for key, _ in layout.parsed()]
    for key in ("origin", "investor"):
        for first, last in runs(projects, key):
            merge_down(sheet, keys.index(key) + 1, top + first, top + last)
    # the place, page by page
    merge_down(sheet, keys.index("district") + 1, top, top + 8)
    merge_down(sheet, keys.index("district") + 1, top + 9, end - 1)
    sums(sheet, end, layout, projects, "合计")
    return [sheet]


def merge_down(sheet, column, first, last):
    """One merged cell over several rows; only its first cell keeps the value."""
    if first == last:
        return
    for row in range(first + 1, last + 1):
        del sheet.cells[row, column]
    sheet.merges.append((first, column, last, column))


def kunshan():
    """Three sections with 序号 of their own, 小计 and 总合计 as formulas, amounts that are sums."""
    layout = Layout(
        """serial=序号 name=项目名称 investor=外方投资者 parent=外方母公司 origin=国别（地区） industry=行业
        total=投资总额 planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=累计实际到账外资
        invested=累计完成投资 stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间
        stage_completed=竣工时间 basis=入库依据 leader=挂钩领导 responsible=责任单位 tracker=跟踪人
        expansion=是否增资 progress=进展情况 problem=存在问题 remarks=备注""",
        "洽谈 签约 设立登记 已开工建设 竣工验收", "大会签约 板块提请市级推动", number(WAN), "0.00",
        dates=(in_words,), origins={"台湾": "中国台湾", "香港": "中国香港"}, flags="增资 新设")
    sheet, projects = Sheet("昆山"), of("昆山市")
    width = len(layout.parsed())
    line(sheet, 1, width, "昆山市重点外资项目首批入库表")
    line(sheet, 2, width, filled("昆山市商务局", "温初霁", "2020.3.5"), "单位：万美元")
    row = header(sheet, 3, layout)
    sections = (("一、在谈项目", ("negotiating",)), ("二、签约未设立项目", ("signed",)),
                ("三、已登记设立项目", ("registered", "started", "completed")))
    parts = []
    for title, stages in sections:
        part = [p for p in projects if p["stage"] in stages]
        row = line(sheet, row, width, f"{title}（项目共计：{len(part)}）")
        end = rows(sheet, row, layout, part)
        parts.append((end, end))
        if not parts[1:]:
            add_up(sheet, layout, row, part)
        row = sums(sheet, end, layout, part, "小计", [(row, end - 1)])
    sums(sheet, row, layout, projects, "总合计", parts)
    return [sheet]


def add_up(sheet, layout, top, projects):
    """Two totals of a section are sums of two parts, one with the noise of binary fractions."""
    column = [key for key, _ in layout.parsed()].index("total") + 1
    noisy = 0
    for offset, project in enumerate(projects):
        amount = Decimal(project["total_cents"]) / WAN
        if amount == amount.to_integral_value():
            continue
        for hundredths in range(110_001, 200_000):
            one = Decimal(hundredths) / 100
            result = float(one) + float(amount - one)
            if result != float(amount):
                text = f"={plain(one)}+{plain(amount - one)}"
                sheet.put(top + offset, column, Formula(text, result), layout.money_format)
                noisy += 1
                break
    assert noisy == 2


def wujiang():
    """Numbers and dates stored as text, in many forms; two empty sheets behind."""
    layout = Layout(
        """serial=序号 month=报送月份 name=项目名称 investor=投资方名称 origin=外资来源地 industry=所属行业
        total=总投资（万美元） planned_fdi=预计注册外资（万美元） registered_fdi=实际新增注册外资（万美元）
        paid_in=累计实际到账外资（万美元） stage=项目所处阶段 stage_signed=签约时间 stage_registered=登记时间
        stage_started=实际开工时间 environment_planned=环评（计划） environment_actual=环评（实际）
        safety_planned=安评（计划） safety_actual=安评（实际） basis=入库标准 responsible=责任单位
        tracker=跟踪责任人 expansion=是否增资项目 progress=推进进展 problem=需协调事项""",
        "谈判 已签约 已注册设立 开工建设 建成", "开放再出发大会签约项目 提请市级推动", as_text, "@",
        dates=(dotted, slashed, in_wide_words, run_together, dashed),
        origins={"香港": "香港", "台湾": "台湾省", "韩国": "大韩民国", "新加坡": "新加坡共和国"}, flags="Y N",
        blanks=("", "/", "—", "　"))
    sheet, projects = Sheet("Sheet1"), of("吴江区")
    width = len(layout.parsed())
    line(sheet, 1, width, "吴江区重点外资项目首批入库表")
    line(sheet, 2, width, filled("吴江区商务局", "祁岸汀", "2020-03-04"))
    end = rows(sheet, header(sheet, 3, layout), layout, projects)
    for (row, column), (value, form, head) in list(sheet.cells.items()):
        if row > 3 and column == 1:
            sheet.cells[row, column] = (str(value), "@", head)
    sums(sheet, end, layout, projects, "合计", merged=False)
    return [sheet, Sheet("Sheet2"), Sheet("Sheet3")]


def wuzhong_and_gusu():
    """Two districts: a sheet of both, and one sheet each with the same projects in other words."""
    both = Layout(
        """serial=序号 district=所属区县 name=项目名称 investor=投资主体 origin=国别 industry=行业
        total=总投资（亿美元） planned_fdi=拟新增注册外资（亿美元） registered_fdi=已登记新增注册外资（亿美元）
        paid_in=实际到账外资（历年累计）（亿美元） stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间
        stage_started=开工时间 stage_completed=竣工时间 basis=入库依据 leader=挂钩领导 progress=进展情况
        problem=存在问题 remarks=备注""",
        "在谈 已签约 登记设立 在建 建成", "签约大会 提请市级推动", number(YI), "0.000000",
        origins={"英属维尔京群岛": "BVI"}, districts={"吴中区": "吴中", "姑苏区": "姑苏"})
    east = Layout(
        """serial=序号 name=项目名称 investor=投资主体 origin=国别（地区） industry=行业 total=总投资
        planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=实际到账外资（历年累计） stage=推进阶段
        stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间 stage_completed=竣工时间
        basis=入库依据 leader=挂钩领导 progress=进展情况 problem=存在问题""",
        "洽谈中 签约未设立 已登记 已开工 竣工", "大会签约 市级推动", with_unit, dates=(in_words, dashed),
        origins={"英属维尔京群岛": "英属维京群岛", "香港": "香港特区", "澳大利亚": "澳洲"})
    town = Layout(
        """serial=序号 name=项目名称 investor=投资主体 origin=国别（地区） industry=行业 total=总投资
        planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=实际到账外资（历年累计） stage=推进阶段
        stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间 basis=入库依据 leader=挂钩领导
        progress=进展情况 problem=存在问题 remarks=备注""",
        "在谈 签约（未设立） 已设立 开工 竣工", "大会签约 市级推动", number(WAN), "0.00", dates=(slashed,),
        origins={"英属维尔京群岛": "维尔京群岛", "荷兰": "荷兰王国"}, blanks=("—", "/", "无"))
    sheets = []
    for name, title, layout, districts, unit in (
            ("总表", "吴中区、姑苏区" + STEM, both, ("吴中区", "姑苏区"), None),
            ("吴中区", "吴中区" + STEM, east, ("吴中区",), None),
            ("姑苏区", "姑苏区" + STEM, town, ("姑苏区",), "单位：万美元")):
        sheet, projects = Sheet(name), of(*districts)
        width = len(layout.parsed())
        line(sheet, 1, width, title)
        sender = "、".join(f"{it}商务局" for it in districts)
        line(sheet, 2, width, filled(sender, "卓清越", "2020年3月5日"), unit)
        end = rows(sheet, header(sheet, 3, layout), layout, projects)
        if name == "姑苏区":  # spaces around names
            for row in range(4, end):
                for column in (2, 3):
                    value, form, head = sheet.cells[row, column]
                    sheet.cells[row, column] = ((f"　{value}", f"{value}　　")[row % 2], form, head)
        sums(sheet, end, layout, projects, "合计")
        sheets.append(sheet)
    return sheets


def xiangcheng():
    """A filter that hides rows, a hidden column and a hidden sheet; line breaks in headings."""
    layout = Layout(
        """serial=序号 inner=内码 name=企业（项目）名称 investor=外方股东 parent=母公司 origin=来源地 industry=行业分类
        total=预计总投资^（万美元） planned_fdi=预计新增^注册外资^（万美元）
        registered_fdi=已新增注册外资^（万美元） paid_in=到账外资^（历年累计）^（万美元） stage=阶段
        stage_signed=签约^时间 stage_registered=设立^时间 stage_started=开工^时间 basis=入库原因
        responsible=主体责任单位 tracker=跟踪服务人 expansion=增资 progress=工程进度 problem=需市级协调事项
        remarks=说明""",
        "洽谈 已签约未设立 已登记设立 建设中 竣工", "大会签约 提请市级层面推动", number(WAN), "#,##0.00_ ",
        date_format="yyyy/m/d;@", origins={"香港": "HK", "日本": "日企", "美国": "美资", "以色列": "以色列国"},
        flags="有 没有")
    sheet, projects = Sheet("相城"), of("相城区")
    width = len(layout.parsed())
    line(sheet, 1, width, "相城区重点外资项目首批入库表（2020年2月）")
    top = header(sheet, 2, layout)
    end = rows(sheet, top, layout, projects)
    words = layout.stages.split()
    column = [key for key, _ in layout.parsed()].index("stage") + 1
    sheet.hidden_rows = [row for row in range(top, end) if sheet.cells[row, column][0] not in words[:2]]
    sheet.hidden_columns = [2]
    sheet.filter = (top - 1, end - 1, column, words[:2])
    choices = Sheet("下拉选项", hidden=True)
    for row, word in enumerate(["阶段", *words, "竣工投产"], 1):
        choices.put(row, 1, word)
    for row, word in enumerate(["增资", "有", "没有"], 1):
        choices.put(row, 2, word)
    return [sheet, choices]


PARK = ("在谈 签约（未设立） 设立登记 开工在建 已竣工", "开放再出发大会签约项目 各地报送提请市级层面推动")


def park_first():
    """A header of three rows with a row of 甲 乙 1 2 3 below; those without a company yet."""
    layout = Layout(
        """serial=序号 name=项目概况>项目名称 investor=项目概况>外方情况>投资方 parent=项目概况>外方情况>母公司
        origin=项目概况>外方情况>国别 industry=项目概况>所属行业 total=投资情况（万美元）>投资总额
        planned_fdi=投资情况（万美元）>其中>拟新增注册外资 registered_fdi=投资情况（万美元）>其中>已登记新增注册外资
        paid_in=投资情况（万美元）>其中>实际到账外资（历年累计） invested=投资情况（万美元）>累计完成投资
        stage=推进情况>所处阶段 stage_signed=推进情况>节点>签约 stage_registered=推进情况>节点>设立
        stage_started=推进情况>节点>开工 stage_completed=推进情况>节点>竣工
        environment_planned=推进情况>环评>计划时间 environment_actual=推进情况>环评>完成时间
        land_supply_planned=推进情况>土地供应>计划时间 land_supply_actual=推进情况>土地供应>完成时间
        basis=入库依据 leader=挂钩领导 responsible=责任单位 tracker=跟踪人 expansion=是否增资 progress=进展情况
        remarks=备注""",
        *PARK, number(WAN), "#,##0.00", date_format=BUILT_IN_DATE, origins={"美国": "美利坚合众国", "香港": "香港"})
    sheet = Sheet("在谈和签约")
    projects = [p for p in of("苏州工业园区") if p["stage"] in STAGES[:2]]
    width = len(layout.parsed())
    line(sheet, 1, width, "苏州工业园区重点外资项目首批入库表（一）")
    line(sheet, 2, width, "——在谈和签约未设立项目")
    line(sheet, 3, width, filled("苏州工业园区投资促进委员会", "谈星野", "2020年3月5日"))
    row = header(sheet, 4, layout)
    for column, word in enumerate(["甲", "乙", *range(1, width - 1)], 1):
        sheet.put(row, column, word)
    end = rows(sheet, row + 1, layout, projects)
    sums(sheet, end, layout, projects, "合计")
    line(sheet, end + 1, width, "注：登记设立及以后的项目见表（二）。")
    return [sheet]


def park_second():
    """What a web system exports: an HTML table called .xls."""
    layout = Layout(
        """serial=序号 responsible=牵头责任单位 name=项目名称 investor=外方>投资者 parent=外方>母公司 origin=外方>国别
        industry=行业 total=投资>总投资 invested=投资>累计完成投资 planned_fdi=外资>拟新增注册外资
        registered_fdi=外资>已登记新增注册外资 paid_in=外资>到账外资（历年累计） stage=推进阶段 stage_signed=签约时间
        stage_registered=设立时间 stage_started=开工时间 stage_completed=竣工时间 environment_planned=环评>计划时间
        environment_actual=环评>完成时间 land_supply_planned=土地供应>计划时间
        land_supply_actual=土地供应>完成时间 basis=入库依据 leader=挂钩领导 tracker=跟踪人 expansion=是否增资
        progress=进展情况 remarks=备注""",
        *PARK, grouped, dates=(dashed,), origins={"香港": "中国香港特别行政区", "开曼群岛": "开曼", "台湾": "中国台湾省"})
    sheet = Sheet("在建库导出")
    projects = [p for p in of("苏州工业园区") if p["stage"] not in STAGES[:2]]
    projects.sort(key=lambda p: p["responsible"])
    width = len(layout.parsed())
    line(sheet, 1, width, "苏州工业园区重点外资项目首批入库表（二）")
    line(sheet, 2, width, filled("苏州工业园区投资促进委员会", "谈星野", "2020-03-05 16:20:31"), "单位：万美元")
    top = header(sheet, 3, layout)
    end = rows(sheet, top, layout, projects)
    for first, last in runs(projects, "responsible"):
        merge_down(sheet, 2, top + first, top + last)
    sums(sheet, end, layout, projects, "合计")
    return [sheet]


def high_tech():
    """Dates counted from 1904, as Excel for the Mac once did; real numbers in 亿美元."""
    layout = Layout(
        """district=板块 name=项目名称 investor=投资方 origin=国别（地区） industry=产业领域 total=拟投资总额
        planned_fdi=计划新增注册外资 registered_fdi=累计新增注册外资 paid_in=截至本月累计到账外资
        invested=已完成投资额 stage=推进状态 stage_signed=签约完成时间 stage_registered=公司设立时间
        stage_started=实际开工日期 stage_completed=实际竣工日期 installation_planned=设备安装计划完成时间
        basis=入库依据 leader=包挂领导 responsible=责任单位 expansion=增资扩股 progress=当前进展
        problem=困难问题""",
        "在谈阶段 已签约未设立 已注册 开工建设 已建成", "签约大会 市级推动", number(YI), "0.0000",
        date_format="yyyy-mm-dd", origins={"日本": "日本国", "韩国": "韩资", "香港": "港资"},
        districts={"苏州高新区": "苏州高新区（虎丘区）"})
    sheet, projects = Sheet("新区"), of("苏州高新区")
    width = len(layout.parsed())
    line(sheet, 1, width, "苏州高新区（虎丘区）重点外资项目首批入库表")
    line(sheet, 2, width, "报告月份：2020年2月", "（单位：亿美元）")
    end = rows(sheet, header(sheet, 3, layout), layout, projects)
    sums(sheet, end, layout, projects, "总计")
    line(sheet, end + 1, width, "说明：虎丘区与高新区为同一板块。")
    return [sheet]


@dataclass
class Book:
    file: str
    sheets: object
    kind: str = "xlsx"  # xlsx, xls (BIFF8), html
    epoch_1904: bool = False
    long_numbers: bool = False  # numbers with 17 digits, as Excel saves them
    unit: object = WAN  # of the sheet that is read back; None: in each cell


BOOKS = [
    Book(f"01张家港市{STEM}.xlsx", zhangjiagang, long_numbers=True),
    Book(f"02常熟市{STEM}.xls", changshu, "xls", unit=DOLLAR),
    Book(f"03太仓市{STEM}.xlsx", taicang),
    Book(f"04昆山市{STEM}.xlsx", kunshan, long_numbers=True),
    Book(f"05吴江区{STEM}.xlsx", wujiang),
    Book(f"06吴中区、姑苏区{STEM}.xlsx", wuzhong_and_gusu, unit=YI),
    Book(f"07相城区{STEM}.xlsx", xiangcheng),
    Book(f"09苏州工业园区{STEM}（一）.xlsx", park_first),
    Book(f"09苏州工业园区{STEM}（二）.xls", park_second, "html"),
    Book(f"10苏州高新区{STEM}.xlsx", high_tech, epoch_1904=True, unit=YI),
]


# --- writing --------------------------------------------------------------------------------------

def write_xlsx(book):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "示例"
    workbook.properties.created = datetime(2020, 3, 5)
    if book.epoch_1904:
        workbook.epoch = CALENDAR_MAC_1904
    results = []
    for number_, sheet in enumerate(book.sheets(), 1):
        target = workbook.create_sheet(sheet.name)
        for (row, column), (value, form, head) in sorted(sheet.cells.items()):
            cell = target.cell(row, column)
            if isinstance(value, Formula):
                results.append((number_, cell.coordinate, value.result))
                value = value.text
            cell.value = value
            if form != "General":
                cell.number_format = form
            if form == "@" and row % 2:
                cell.quotePrefix = True
            if head:
                cell.font = Font(bold=True)
                cell.border = border
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            elif isinstance(value, str) and "\n" in value:
                cell.alignment = Alignment(wrap_text=True)
            elif row == 1:
                cell.font = Font(bold=True, size=16)
                cell.alignment = Alignment(horizontal="center")
        for first_row, first, last_row, last in sheet.merges:
            target.merge_cells(start_row=first_row, start_column=first, end_row=last_row, end_column=last)
        lines = {(first_row, first) for first_row, first, _, last in sheet.merges if last > first}
        for column in range(1, sheet.width() + 1 if sheet.cells else 1):
            below = [value for place, (value, _, head) in sheet.cells.items()
                     if place[1] == column and not head and place not in lines]
            long = max((len(value) for value in below if isinstance(value, str) and len(value) < 30), default=0)
            target.column_dimensions[letter_of(column)].width = 32 if long > 14 else 18 if long > 6 else 13
        for row in sheet.hidden_rows:
            target.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            target.column_dimensions[letter_of(column)].hidden = True
        if sheet.filter:
            first_row, last_row, column, shown = sheet.filter
            target.auto_filter.ref = f"A{first_row}:{letter_of(sheet.width())}{last_row}"
            target.auto_filter.add_filter_column(column - 1, shown)
            target.freeze_panes = target.cell(first_row + 1, 4)
        if sheet.hidden:
            target.sheet_state = "hidden"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return finish(buffer.getvalue(), results, book.long_numbers)


def finish(data, results, long_numbers):
    """Puts the results of formulas in, and fixed times; see the head of this file."""
    source, buffer = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2020-03-05T08:00:00Z", content)
            if match := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name):
                text = content.decode()
                if long_numbers:
                    text = re.sub(r"<v>(\d+\.\d+)</v>", lambda m: f"<v>{float(m[1]):.17g}</v>", text)
                for number_, place, result in results:
                    if number_ != int(match[1]):
                        continue
                    text, count = re.subn(
                        rf'(<c r="{place}"[^>]*><f>[^<]*</f>)<v ?/>|(<c r="{place}"[^>]*><f>[^<]*</f>)<v></v>',
                        lambda m: f"{m[1] or m[2]}<v>{result:.17g}</v>", text)
                    assert count == 1, place
                content = text.encode()
            info = zipfile.ZipInfo(name, (2020, 3, 5, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, content, compresslevel=9)
    return buffer.getvalue()


def write_xls(book):
    import xlwt

    workbook = xlwt.Workbook(encoding="utf-8")
    styles = {}

    def style(form, head):
        if (form, head) not in styles:
            made = xlwt.easyxf("font: bold on; align: horiz center, vert center, wrap on; borders: left thin, "
                               "right thin, top thin, bottom thin" if head else "")
            made.num_format_str = form
            styles[form, head] = made
        return styles[form, head]

    for sheet in book.sheets():
        target = workbook.add_sheet(sheet.name)
        merged = {(first_row, first): (last_row, last) for first_row, first, last_row, last in sheet.merges}
        for (row, column), (value, form, head) in sorted(sheet.cells.items()):
            last_row, last = merged.get((row, column), (row, column))
            if isinstance(value, date):
                value = datetime(value.year, value.month, value.day)
            if (last_row, last) == (row, column):
                target.write(row - 1, column - 1, value, style(form, head))
            else:
                target.write_merge(row - 1, last_row - 1, column - 1, last - 1, value, style(form, head))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def write_html(book):
    sheet = book.sheets()[0]
    spans = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in sheet.merges}
    covered = {(row, column) for a, b, c, d in sheet.merges for row in range(a, c + 1) for column in range(b, d + 1)}
    lines = ['<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
             "<head>", "<meta charset=gb2312>",
             '<style>td {mso-number-format:"\\@";} .t {font-size:16pt}</style>', "</head>", "<body>",
             '<table border=1 cellspacing="0">']
    for row in range(1, sheet.height() + 1):
        lines.append("<TR>")
        for column in range(1, sheet.width() + 1):
            if (row, column) in covered and (row, column) not in spans:
                continue
            value, _, head = sheet.cells.get((row, column), ("", None, False))
            down, across = spans.get((row, column), (1, 1))
            tag = "th" if head else "td"
            marks = (f" rowspan={down}" if down > 1 else "") + (f" colspan='{across}'" if across > 1 else "")
            if row == 1:
                marks += " class=t align=center"
            text = html.escape(str(value), quote=False).replace("\n", "<br>").replace("    ", "&nbsp;&nbsp; &nbsp;")
            lines.append(f"<{tag}{marks}>{text or '&nbsp;'}</{tag}>")
        lines.append("</TR>")
    lines += ["</table>", "</body>", "</html>", ""]
    # What calls itself gb2312 on the web is GBK.
    return "\r\n".join(lines).encode("gbk")


WRITERS = {"xlsx": write_xlsx, "xls": write_xls, "html": write_html}


# --- reading back ---------------------------------------------------------------------------------

class Table(HTMLParser):
    """The first table of a page, as {(row, column): text}."""

    def __init__(self):
        super().__init__()
        self.cells, self.taken, self.row, self.place, self.text = {}, set(), 0, None, None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "tr":
            self.row += 1
        elif tag in ("td", "th"):
            column = 1
            while (self.row, column) in self.taken:
                column += 1
            for row in range(int(attributes.get("rowspan", 1))):
                for offset in range(int(attributes.get("colspan", 1))):
                    self.taken.add((self.row + row, column + offset))
            self.place, self.text = (self.row, column), ""
        elif tag == "br" and self.text is not None:
            self.text += "\n"

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            if self.text.strip():
                self.cells[self.place] = self.text
            self.text = None


def read(book, path):
    """[(name of the sheet, {(row, column): value})]"""
    if book.kind == "html":
        table = Table()
        data = path.read_bytes()
        assert b"charset=gb2312" in data[:400]
        table.feed(data.decode("gbk"))
        return [("", table.cells)]
    if book.kind == "xls":
        import xlrd
        return [(sheet.name, {(row + 1, column + 1): sheet.cell_value(row, column)
                              for row in range(sheet.nrows) for column in range(sheet.ncols)
                              if sheet.cell_value(row, column) != ""})
                for sheet in xlrd.open_workbook(path).sheets()]
    from openpyxl import load_workbook
    workbook = load_workbook(path, data_only=True)  # results of formulas, as kept in the file
    return [(sheet.title, {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row
                           if cell.value is not None}) for sheet in workbook.worksheets]


def cents_of(value, unit):
    """An amount as this script writes it."""
    if isinstance(value, (int, float)):
        return int(round(Decimal(format(value, ".15g")) * unit))
    text = value.translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,")).replace(",", "").strip("　 ")
    for word, own in (("亿美元", YI), ("万美元", WAN)):
        if text.endswith(word):
            return int(Decimal(text.removesuffix(word).strip()) * own)
    return int(Decimal(text) * unit)


def totals_of(cells, unit, names):
    """{name of a project: total investment} of a sheet, and the sum its 合计 claims."""
    headings = {"项目总投资", "总投资额", "计划总投资额", "投资总额", "总投资（万美元）", "总投资（亿美元）",
                "总投资", "预计总投资\n（万美元）", "拟投资总额"}
    column = next(column for (_, column), value in sorted(cells.items()) if value in headings)
    found, claimed = {}, None
    for (row, _), value in sorted(cells.items()):
        text = str(value).strip("　 ")
        if text in names:
            assert text not in found, text
            found[text] = cents_of(cells[row, column], unit)
        elif text.replace("　", "") in ("合计", "总合计", "总计"):
            claimed = cents_of(cells[row, column], unit)
    return found, claimed


def check():
    """Reads every file back: names and totals, sums, and what makes each layout awkward."""
    truth = {p["name"]: p["total_cents"] for p in PROJECTS}
    assert len(truth) == 193
    present = sorted(path.name for path in HERE.iterdir() if path.suffix in (".xlsx", ".xls"))
    assert present == sorted(book.file for book in BOOKS), present
    everything = {}
    for book in BOOKS:
        path = HERE / book.file
        assert path.stat().st_size < MOST_BYTES, book.file
        sheets = read(book, path)
        found, claimed = totals_of(sheets[0][1], book.unit, truth)
        no_total = book.sheets is xiangcheng
        assert claimed == (None if no_total else sum(found.values())), (book.file, claimed)
        assert not everything.keys() & found.keys(), book.file
        everything |= found
        if book.sheets is wuzhong_and_gusu:  # the other sheets hold the same once more
            east, claimed_east = totals_of(sheets[1][1], None, truth)
            town, claimed_town = totals_of(sheets[2][1], WAN, truth)
            assert east | town == found and len(east) + len(town) == len(found) == 23
            assert claimed_east + claimed_town == claimed
        print(f"{len(found):4} {path.stat().st_size:6} {book.file}")
    assert everything == truth
    assert sum(everything.values()) == sum(truth.values())
    check_layouts()
    check_words()
    print(len(everything), sum(everything.values()))


def check_layouts():
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    import xlrd

    sheet = {book.sheets: load_workbook(HERE / book.file) for book in BOOKS if book.kind == "xlsx"}
    assert sheet[high_tech].epoch == CALENDAR_MAC_1904
    assert b'date1904="1"' in zipfile.ZipFile(HERE / BOOKS[-1].file).read("xl/workbook.xml")
    hidden = [row for row, it in sheet[xiangcheng]["相城"].row_dimensions.items() if it.hidden]
    assert len(hidden) == 8 and sheet[xiangcheng]["下拉选项"].sheet_state == "hidden"
    down = [it for it in sheet[taicang]["太仓"].merged_cells.ranges if it.max_row > it.min_row and it.min_row > 2]
    assert {"B3:B11", "C3:C14"} <= {it.coord for it in down} and any(it.min_col == 4 for it in down), down
    for make, count in ((zhangjiagang, 5), (kunshan, 22)):
        name = sheet[make].sheetnames[0]
        kept = load_workbook(HERE / next(it.file for it in BOOKS if it.sheets is make), data_only=True)[name]
        formulas = [cell for row in sheet[make][name].iter_rows() for cell in row if cell.data_type == "f"]
        assert len(formulas) == count and all(isinstance(kept[it.coordinate].value, (int, float)) for it in formulas)
    assert xlrd.open_workbook(HERE / BOOKS[1].file).biff_version == 80
    dates = {cell.value.date() for book in (zhangjiagang, high_tech, park_first) for row in sheet[book].worksheets[0]
             for cell in row if isinstance(cell.value, datetime)}
    known = {value for p in PROJECTS for key, value in p.items() if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)}
    assert dates and {day.isoformat() for day in dates} <= known


def check_words():
    """Every other word for an origin is one the library knows."""
    with ORIGINS.open(encoding="utf-8", newline="") as file:
        aliases = {row["name"]: {row["name"], *row["aliases"].split("|")} for row in csv.DictReader(file)}
    source = Path(__file__).read_text(encoding="utf-8")
    pairs = [pair for group in re.findall(r"origins=\{([^}]*)\}", source) for pair in re.findall(r'"([^"]+)": "([^"]+)"', group)]
    assert len(pairs) > 20 and all(word in aliases[name] for name, word in pairs)


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    if not sys.argv[1:]:
        for book in BOOKS:
            (HERE / book.file).write_bytes(WRITERS[book.kind](book))
    check()


if __name__ == "__main__":
    main()
