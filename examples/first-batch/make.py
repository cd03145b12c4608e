#!/usr/bin/env python3
"""Writes the example of a first batch: ten districts' entry forms for February 2020, each in a
layout of its own, and the truth they were made from. Run `python3 make.py`; the same bytes come
out every time. Standard library only."""

import csv
import io
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True
import truth  # noqa: E402
from truth import DISTRICTS, GROUPS, LARGE, STAGES, WAN, YI  # noqa: E402

HERE = Path(__file__).resolve().parent
STAGE_NAMES = dict(zip(STAGES, "在谈 签约未设立 登记设立 开工建设 竣工 投产".split()))
MONEY = ("total", "planned_fdi", "registered_fdi", "paid_in", "invested")
DATES = ("stage_signed", "stage_registered", "stage_started", "stage_completed") + tuple(
    f"{item}_{timing}" for item in truth.WORK_ITEMS for timing in ("planned", "actual"))
SECTIONS = (("一、在谈项目", ("negotiating",)), ("二、签约未设立项目", ("signed",)),
            ("三、已登记设立项目", ("registered", "started", "completed")))
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
BLANKS = ("—", "/", "无")
STEM = "重点外资项目首批入库表"

# --- layouts ----------------------------------------------------------------------------------
# columns: key=heading; the levels of a heading of several rows are joined by >
# stages:  words for 在谈, 签约未设立, 登记设立, 开工建设, 竣工;  bases: 签约大会, 提请市级推动

LAYOUTS = {
    "张家港市": dict(
        encoding="utf-8-sig", stages="在谈 签约未设立 登记设立 开工建设 竣工", bases="签约大会 提请市级推动",
        columns="""serial=序号 name=项目名称 investor=外方投资者 parent=外方母公司 origin=国别（地区） industry=行业
        total=投资总额 planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=实际到账外资（历年累计）
        invested=累计完成投资 stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间
        environment_planned=环评计划时间 environment_actual=环评完成时间 land_supply_planned=土地供应计划时间
        land_supply_actual=土地供应完成时间 basis=入库依据 leader=挂钩领导 responsible=责任单位 tracker=跟踪人
        expansion=是否增资 progress=进展情况 problem=存在问题 remarks=备注"""),
    "常熟市": dict(
        encoding="gbk", stages="洽谈中 已签约未设立 已登记设立 已开工 已竣工", bases="开放再出发大会签约 提请市级推动",
        columns="""serial=序号 name=项目名称 investor=外方投资者 origin=国家（地区） industry=行业 total=投资情况>总投资
        planned_fdi=投资情况>拟新增注册外资 registered_fdi=投资情况>已登记新增注册外资
        paid_in=投资情况>实际到账外资（历年累计） stage=推进阶段 stage_signed=时间节点>签约时间
        stage_registered=时间节点>设立时间 stage_started=时间节点>开工时间 basis=入库依据 responsible=责任单位
        tracker=跟踪人 expansion=是否增资 progress=进展情况 remarks=备注"""),
    "太仓市": dict(
        encoding="utf-8", stages="在谈 签约（未设立） 已设立 在建 竣工", bases="签约大会 提请市级层面推动",
        columns="""name=项目名称 district=所属地 investor=投资方 origin=国别 industry=行业 total=总投资（亿美元）
        planned_fdi=拟新增注册外资（亿美元） registered_fdi=已登记新增注册外资（亿美元）
        paid_in=实际到账外资历年累计（亿美元） stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间
        stage_started=开工时间 basis=入库依据 leader=挂钩领导 progress=进展情况"""),
    "昆山市": dict(
        encoding="gb18030", stages="在谈 签约未设立 登记设立 开工建设 竣工", bases="开放再出发大会签约 提请市级层面推动",
        columns="""serial=序号 name=项目名称 investor=外方投资者 parent=外方母公司 origin=国别（地区） industry=行业
        total=投资总额 planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=累计实际到账外资
        invested=累计完成投资 stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间
        stage_completed=竣工时间 basis=入库依据 leader=挂钩领导 responsible=责任单位 tracker=跟踪人
        expansion=是否增资 progress=进展情况 problem=存在问题 remarks=备注"""),
    "吴江区": dict(
        encoding="utf-16", stages="洽谈中 签约未设立 登记设立 已开工 竣工", bases="签约大会 提请市级推动",
        columns="""serial=序号 report_month=报告月份 name=项目名称 investor=投资主体 origin=国别（地区） industry=所属行业
        total=投资总额（万美元） planned_fdi=拟新增注册外资（万美元） registered_fdi=已登记新增注册外资（万美元）
        paid_in=实际到账外资（历年累计）（万美元） stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间
        stage_started=开工时间 environment_planned=环评计划时间 environment_actual=环评完成时间
        safety_planned=安评计划时间 safety_actual=安评完成时间 basis=入库依据 responsible=责任单位 tracker=跟踪人
        expansion=是否增资 progress=进展情况 problem=存在问题"""),
    "吴中区": dict(
        encoding="gbk", stages="在谈 已签约未设立 已登记设立 开工建设 已竣工", bases="开放再出发大会签约 提请市级推动",
        columns="""serial=序号 name=项目名称 investor=外方投资者 origin=国别（地区） industry=行业 total=投资总额
        planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=实际到账外资（历年累计） stage=推进阶段
        stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间 stage_completed=竣工时间
        basis=入库依据 leader=挂钩领导 progress=进展情况 problem=存在问题"""),
    "相城区": dict(
        encoding="utf-8-sig", stages="洽谈中 签约（未设立） 已设立 在建 竣工", bases="签约大会 提请市级层面推动",
        columns="""serial=序号 name=重点项目名称 investor=外方名称 parent=外方母公司 origin=外资来源地 industry=所属行业
        total=计划总投资（万美元） planned_fdi=拟新增注册外资（万美元） registered_fdi=已登记新增注册外资（万美元）
        paid_in=累计到帐外资（万美元） stage=所处阶段 stage_signed=签约时间 stage_registered=设立时间
        stage_started=开工时间 basis=入库依据 responsible=责任单位 tracker=跟踪人 expansion=是否增资 progress=项目进度
        problem=需协调解决问题 remarks=备注"""),
    "姑苏区": dict(
        encoding="gbk", stages="在谈 签约未设立 登记设立 开工建设 竣工", bases="开放再出发大会签约 提请市级推动",
        columns="""serial=序号 name=项目名称 investor=投资方 origin=国别（地区） industry=行业 total=投资总额
        planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=实际到账外资（历年累计） stage=推进阶段
        stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间 basis=入库依据 leader=挂钩领导
        progress=进展情况 problem=存在问题 remarks=备注"""),
    "苏州工业园区": dict(
        encoding="utf-8-sig", stages="在谈 已签约未设立 已登记设立 在建 已竣工", bases="开放再出发大会签约 提请市级层面推动",
        columns="""serial=序号 name=项目信息>项目名称 investor=项目信息>投资方>外方投资者 parent=项目信息>投资方>外方母公司
        origin=项目信息>投资方>国别（地区） industry=项目信息>行业 total=投资情况>投资规模>投资总额
        invested=投资情况>投资规模>累计完成投资 planned_fdi=投资情况>外资>拟新增注册外资
        registered_fdi=投资情况>外资>已登记新增注册外资 paid_in=投资情况>外资>实际到账外资（历年累计）
        stage=推进情况>推进阶段 stage_signed=推进情况>时间节点>签约时间 stage_registered=推进情况>时间节点>设立时间
        stage_started=推进情况>时间节点>开工时间 stage_completed=推进情况>时间节点>竣工时间
        environment_planned=推进情况>环评>计划时间 environment_actual=推进情况>环评>完成时间
        land_supply_planned=推进情况>土地供应>计划时间 land_supply_actual=推进情况>土地供应>完成时间
        basis=入库依据 leader=挂钩领导 responsible=责任单位 tracker=跟踪人 expansion=是否增资 progress=进展情况
        remarks=备注"""),
    "苏州高新区": dict(
        encoding="gbk", stages="洽谈中 签约未设立 已设立 已开工 已竣工", bases="签约大会 提请市级推动",
        columns="""district=板块 name=项目名称 investor=投资方 origin=国别（地区） industry=行业 total=投资总额
        planned_fdi=拟新增注册外资 registered_fdi=已登记新增注册外资 paid_in=实际到账外资（历年累计）
        invested=累计完成投资 stage=推进阶段 stage_signed=签约时间 stage_registered=设立时间 stage_started=开工时间
        stage_completed=竣工时间 installation_planned=设备安装计划时间 basis=入库依据 leader=挂钩领导
        responsible=责任单位 expansion=是否增资 progress=进展情况 problem=存在问题"""),
}
DATE_FORMS = {  # {y} {m} {d} bare, {mm} {dd} with two digits; used in turn
    "张家港市": ["{y}-{mm}-{dd}"], "常熟市": ["{y}/{m}/{d}"], "太仓市": ["{y}-{mm}-{dd}"],
    "昆山市": ["{y}.{m}.{d}"], "吴江区": ["{y}/{m}/{d}"], "吴中区": ["{y}年{m}月{d}日"],
    "相城区": ["{y}年{mm}月{dd}日"], "姑苏区": ["{y}.{m}.{d}", "{y}/{m}/{d}"],
    "苏州工业园区": ["{y}/{m}/{d}", "{y}-{mm}-{dd}"], "苏州高新区": ["{y}-{mm}-{dd}"],
}
CHINA_PREFIX = ("常熟市", "苏州工业园区")  # these write 中国香港 and 中国台湾
ZERO_PAID = ("常熟市", "昆山市", "苏州工业园区")  # 0, not a blank, where nothing has been paid in yet


# --- cells ------------------------------------------------------------------------------------

def decimal(cents, unit):
    """Exact decimal of an amount in the unit, without needless zeros."""
    text = format(Decimal(cents) / unit, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(cents, places=2):
    """万美元 with thousands separators."""
    return f"{Decimal(cents) / WAN:,.{places}f}"


def money_cell(district, cents, turn):
    """An amount as the district writes it; `turn` makes the odd forms recur."""
    if district == "太仓市":
        return decimal(cents, YI)
    if district == "苏州高新区":
        return f"{Decimal(cents) / YI:.4f}"
    if district == "吴中区":
        if cents >= LARGE:
            return decimal(cents, YI) + "亿美元"
        text = decimal(cents, WAN)
        return (text.translate(FULL_WIDTH) if turn % 3 == 0 else text) + "万美元"
    if district == "苏州工业园区":
        return grouped(cents).replace(",", "，") if turn % 4 == 0 else grouped(cents)
    if district == "吴江区":
        return grouped(cents, 0 if cents % WAN == 0 else 2)
    return f"{Decimal(cents) / WAN:.2f}" if district == "常熟市" else decimal(cents, WAN)


def date_cell(district, iso, turn):
    """A date as the district writes it."""
    year, month, day = iso.split("-")
    forms = DATE_FORMS[district]
    return forms[turn % len(forms)].format(y=year, m=int(month), d=int(day), mm=month, dd=day)


def cell(project, key, serial, turn):
    """The text of one cell of a project's row."""
    district, value = project["district"], project.get(key)
    layout = LAYOUTS[district]
    if key == "serial":
        return str(serial)
    if key == "report_month":
        return "2020年2月"
    if key == "district":
        return "太仓" if district == "太仓市" else ("虎丘区", "高新区")[serial % 3 == 0]
    if key == "origin":
        abroad = project["origin_name"]
        return "中国" + abroad if district in CHINA_PREFIX and abroad in ("香港", "台湾") else abroad
    if key == "stage":
        return layout["stages"].split()[STAGES.index(value)]
    if key == "basis":
        return layout["bases"].split()[value == "put_forward"]
    if key == "expansion":
        return "是" if value else "否"
    if key in MONEY:
        cents = project[key + "_cents"]
        text = "" if cents is None else money_cell(district, cents, turn)
    elif value is None:
        text = ""
    else:
        text = date_cell(district, value, turn) if key in DATES else value
    return untidy(text, key, turn) if district == "姑苏区" else text


def untidy(text, key, turn):
    """姑苏区 writes something into every blank and leaves spaces around names."""
    if not text:
        return "无" if key in ("problem", "remarks") else BLANKS[turn % 2]
    if key in ("name", "investor"):
        return ("　" + text, text + "  ", " " + text + "　")[turn % 3]
    return text


# --- sheets -----------------------------------------------------------------------------------

def columns_of(district):
    """[(key, levels of the heading)]"""
    pairs = (column.split("=", 1) for column in LAYOUTS[district]["columns"].split())
    return [(key, tuple(heading.split(">"))) for key, heading in pairs]


def header_rows(columns):
    """The header as a sheet with merged cells saves it: text only where a merge begins."""
    rows = []
    for level in range(max(len(path) for _, path in columns)):
        row, before = [], ()
        for _, path in columns:
            merged = len(path) > level + 1 and path[:level + 1] == before[:level + 1]
            row.append(path[level] if level < len(path) and not merged else "")
            before = path
        rows.append(row)
    return rows


def sum_row(district, columns, projects, label, label_key="serial"):
    """合计 and the like: sums of the amount columns."""
    row = []
    for key, _ in columns:
        if key in MONEY:
            row.append(money_cell(district, sum(p[key + "_cents"] or 0 for p in projects), 1))
        else:
            row.append(label if key == label_key else "")
    return row


def data_rows(columns, projects):
    """The rows of projects, 序号 from 1."""
    return [[cell(project, key, serial, serial + place) for place, (key, _) in enumerate(columns)]
            for serial, project in enumerate(projects, 1)]


def sectioned(district, columns, projects):
    """昆山市: a section for each group of stages, each closed by 小计."""
    rows = []
    for title, stages in SECTIONS:
        part = [p for p in projects if p["stage"] in stages]
        rows += [[f"{title}（项目共计：{len(part)}个）"], *data_rows(columns, part),
                 sum_row(district, columns, part, "小计")]
    return rows + [sum_row(district, columns, projects, "总合计")]


def sheet(district, projects):
    """All rows of a district's file; every row as wide as the header."""
    columns = columns_of(district)
    head, body = header_rows(columns), data_rows(columns, projects)
    total = sum_row(district, columns, projects, "合计")
    filled = f"填报单位（盖章）：{district}商务局  填报人：%s  填报时间：2020年3月%d日"
    if district == "张家港市":
        rows = [[district + STEM], [filled % ("俞听澜", 4)], ["单位：万美元"], *head, *body, total,
                ["备注：1．本表统计截至2020年2月29日；2．到账外资为历年累计数。"],
                ["填表人：俞听澜  联系电话：0512-00000001"]]
    elif district == "常熟市":
        index = ["甲", "乙"] + [str(i) for i in range(1, len(columns) - 1)]
        total = sum_row(district, columns, projects, "合计", "name")
        rows = [["常熟市重点外资项目情况表（截至2020年2月底）"], [filled % ("范晚晴", 3) + "  单位：万美元"],
                *head, index, total, *body]
    elif district == "昆山市":
        rows = [[district + STEM], ["单位：万美元"], *head, *sectioned(district, columns, projects)]
    elif district in ("太仓市", "相城区"):
        rows = head + body
    elif district == "姑苏区":
        rows = [[district + STEM], ["填报单位：姑苏区商务局　　填报时间：2020.3.5　　单位：万美元"], *head, *body, total]
    elif district == "苏州工业园区":
        rows = [[district + STEM], [filled.replace("商务局", "投资促进委员会") % ("谈星野", 5), "", "", "单位：万美元"],
                *head, *body, total]
    elif district == "苏州高新区":
        total = sum_row(district, columns, projects, "合计", "district")
        rows = [["苏州高新区（虎丘区）" + STEM], ["单位：亿美元"], *head, total, *body,
                ["备注：板块一栏按项目注册地填写，虎丘区与高新区为同一板块。"]]
    else:  # 吴江区, 吴中区
        rows = [[district + STEM], *head, *body, total]
    return [row + [""] * (len(columns) - len(row)) for row in rows]


def encode(rows, encoding):
    """The bytes of a file: commas and CRLF, but LF in plain UTF-8 and tabs in UTF-16."""
    text = io.StringIO()
    csv.writer(text, delimiter="\t" if encoding == "utf-16" else ",",
               lineterminator="\n" if encoding == "utf-8" else "\r\n").writerows(rows)
    if encoding == "utf-16":
        return b"\xff\xfe" + text.getvalue().encode("utf-16-le")
    return text.getvalue().encode(encoding)


# --- the truth, as far as each file tells it --------------------------------------------------

def add_commas(projects):
    """相城区: half-width commas in the progress, and one problem of two lines (without a comma)."""
    for project in projects:
        project["progress"] = project["progress"].rstrip("。").replace("，", ",")
    first = next(p for p in projects if p["stage"] == "registered")
    first["problem"] = "1.土地指标尚缺约20亩；\n2.希望加快环评审批。"


def told(projects):
    """What the file of the district holds of each project: fields without a column become null."""
    records = []
    for serial, project in enumerate(projects, 1):
        district = project["district"]
        number = DISTRICTS.index(district) + 1
        shown = {key for key, _ in columns_of(district)}
        record = {"id": f"{number:02}-{serial:02}", "file": file_name(district), "district": district}
        for key in ("name", "investor", "parent", "origin", "origin_name", "origin_group", "industry"):
            record[key] = project[key] if key in shown or key.startswith("origin") else None
        for key in MONEY:
            cents = project.get(key + "_cents") if key in shown else None
            if key == "paid_in" and cents is None and district in ZERO_PAID and project.get("registered_fdi_cents"):
                cents = 0
            record[key + "_cents"] = cents
        for key in ("stage", *DATES, "basis", "leader", "responsible", "tracker", "expansion", "progress",
                    "problem", "remarks"):
            record[key] = project.get(key) if key in shown else None
        records.append(record)
    return records


def file_name(district):
    return f"{DISTRICTS.index(district) + 1:02}{district}{STEM}.csv"


def new_fdi(project):
    """新增注册外资: registered where there is one, else planned."""
    registered = project["registered_fdi_cents"]
    return registered if registered is not None else project["planned_fdi_cents"] or 0


def figures_of(projects):
    """Counts and sums."""
    return {
        "count": len(projects),
        "total_cents": sum(p["total_cents"] for p in projects),
        "new_fdi_cents": sum(new_fdi(p) for p in projects),
        "paid_in_cents": sum(p["paid_in_cents"] or 0 for p in projects),
        "large": sum(p["total_cents"] >= LARGE for p in projects),
        "origins": {group: sum(p["origin_group"] == group for p in projects) for group in GROUPS},
        "stages": {stage: sum(p["stage"] == stage for p in projects) for stage in STAGES},
    }


# --- checks -----------------------------------------------------------------------------------

def likeness(one, other):
    """Jaccard similarity of two-character shingles."""
    a, b = ({text[i:i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return len(a & b) / len(a | b)


def alike(texts, noise, limit):
    """Pairs of texts that come near each other, with and without the words that carry no identity."""
    bare = []
    for text in texts:
        for word in noise:
            text = text.replace(word, "")
        bare.append(text)
    return [(texts[i], texts[j]) for i in range(len(texts)) for j in range(i)
            if max(likeness(texts[i], texts[j]), likeness(bare[i], bare[j])) >= limit]


def check_truth(projects, overall):
    """The figures of the first round, order of dates, and names that cannot be confused."""
    assert overall["count"] == 193 and overall["large"] == 97
    assert overall["origins"] == {"hmt": 64, "west": 64, "jk": 48, "other": 17}
    assert list(overall["stages"].values()) == [29, 77, 52, 31, 4, 0]
    assert 2_590_000 <= overall["total_cents"] // WAN <= 2_599_000
    assert 790_000 <= overall["new_fdi_cents"] // WAN <= 799_000
    assert sum(p["total_cents"] == LARGE for p in projects) == 10
    for p in projects:
        level = STAGES.index(p["stage"])
        reached = [p[key] for key in DATES[:4]]
        filled = [d for d in reached if d]
        assert len(filled) == level and filled == sorted(filled) and all(reached[:level])
        assert all(d <= "2020-02-29" for d in filled)
        assert (p["registered_fdi_cents"] is not None) == (level >= 2)
        assert (p["paid_in_cents"] or 0) <= (p["registered_fdi_cents"] or 0) <= p["total_cents"]
        assert 10 <= len(p["progress"]) <= 40 and "/" not in p["investor"]
        assert all(p[k] is None or p[k] <= "2020-02-29" for k in DATES if k.endswith("actual"))
    names = [p["name"] for p in projects]
    assert len(set(names)) == 193
    pair = alike(names, ("项目", "增资", "生产基地", "研发中心"), 0.5)
    assert len(pair) == 1 and {name[-2:] for name in pair[0]} == {"一期", "二期"}, pair
    investors = sorted({p["investor"] for p in projects})
    assert len(investors) == 190
    assert len({re.sub("股份|有限公司|株式会社|集团|国际|控股|[ （）]", "", name) for name in investors}) == 190


def check_files(projects):
    """Reads every file back from its bytes: width of the rows, number of projects, sums."""
    found = sorted(HERE.glob("*.csv"))
    assert [path.name for path in found] == [file_name(d) for d in DISTRICTS]
    for path, district in zip(found, DISTRICTS):
        encoding = LAYOUTS[district]["encoding"]
        text = path.read_bytes().decode(encoding)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if encoding == "utf-16" else ","))
        columns = [key for key, _ in columns_of(district)]
        assert all(len(row) == len(columns) for row in rows), path.name
        expected = [p["name"] for p in projects if p["district"] == district]
        place = columns.index("name")
        read = [row for row in rows if row[place].strip() in expected]
        assert sorted(row[place].strip() for row in read) == sorted(expected), path.name
        assert len(read) == len(expected)
    four = [c for c in (HERE / file_name("昆山市")).read_bytes().decode("gb18030") if len(c.encode("gb18030")) == 4]
    assert set(four) == {"㛃", "𬭎"}, four


def main():
    """Writes everything, then checks it."""
    invented, projects, per_file = truth.invent(), [], []
    for district in DISTRICTS:
        own = [p for p in invented if p["district"] == district]
        if district == "昆山市":  # in the order of its sections
            own.sort(key=lambda p: [p["stage"] in stages for _, stages in SECTIONS], reverse=True)
        if district == "相城区":
            add_commas(own)
        records = told(own)
        (HERE / file_name(district)).write_bytes(encode(sheet(district, records), LAYOUTS[district]["encoding"]))
        projects += records
        per_file.append({"file": file_name(district), "district": district, **figures_of(records)})
    overall = figures_of(projects)
    for name, value in (("projects", projects), ("figures", {"files": per_file, "overall": overall})):
        text = json.dumps(value, ensure_ascii=False, indent=1)
        (HERE / f"{name}.json").write_bytes((text + "\n").encode())
    check_truth(projects, overall)
    check_files(projects)
    print(json.dumps(overall, ensure_ascii=False))


if __name__ == "__main__":
    main()
