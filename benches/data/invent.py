"""Invents projects (示例): the same number and seed always give the same project, and its figures in
any month never fall and its stage never goes back, as in a library that is kept well.

Amounts are hundredths of 万美元. Months are counted from the first one; `month_name` names them.
"""

import random

SEED = 20200309
HEADS = (
    "报告月份 项目编号 板块 项目名称 外方投资者 国别（地区） 行业 投资总额（万美元） 拟新增注册外资（万美元） "
    "已登记新增注册外资（万美元） 实际到账外资历年累计（万美元） 累计完成投资（万美元） 推进阶段 签约时间 设立时间 "
    "开工时间 责任单位 跟踪人 进展情况 存在问题"
).split()
STAGES = "在谈 签约（未设立） 登记设立 开工建设 竣工".split()
ORIGINS = "香港 台湾 美国 德国 法国 日本 韩国 新加坡".split()
INDUSTRIES = "电子信息 高端装备 生物医药 新材料 现代服务 汽车零部件 新能源 科技研发".split()
WORKS = (
    "土地平整和围挡已完成，施工图正在审查",
    "主体结构施工按计划推进，设备招标已启动",
    "设备陆续进场安装，配套管网同步施工",
    "项目公司名称已核准，正准备设立登记材料",
    "商务条款已基本商定，正在比选地块",
    "环评报告已受理，能评报告正在编制",
)
PROBLEMS = ("土地指标尚缺约二十亩，希望市级统筹解决", "110千伏专线接入方案尚未批复，影响投产进度")
LETTERS = (
    "澄屿星河远帆青禾安澜海棠白鹭云岭松涛明川沐阳启辰恒泽嘉瑞景宏图凌霄北南溪东篱西湖长风晨曦"
    "锦程鸿雁银杏苍梧玉衡丹枫翠微碧波金鼎朗润思源博观约取厚德致和守正笃行敏学弘毅知新惟善"
)
LETTERS = "".join(dict.fromkeys(LETTERS))


def month_name(first, count):
    """The month `count` after `first`, which is (year, month)."""
    year, month = first
    year, month = year + (month - 1 + count) // 12, (month - 1 + count) % 12 + 1
    return f"{year}-{month:02d}"


def districts(cities, each):
    """Keys and names of the districts of so many cities; every name carries its city's."""
    return [
        (f"c{city:03d}d{place:02d}", f"示例{city:03d}市{place:02d}区")
        for city in range(1, cities + 1)
        for place in range(1, each + 1)
    ]


def money(hundredths):
    return f"{hundredths // 100}.{hundredths % 100:02d}"


class Project:
    """What never changes of one project, and how it moves on."""

    def __init__(self, number, district, code, first):
        dice = random.Random(SEED * 1_000_003 + number)
        self.number, self.district, self.code, self.first = number, district, code, first
        # Seven letters at random: names far enough apart to be no duplicates; the number in the
        # investor's name tells any two of them apart.
        self.name = "示例" + "".join(dice.choices(LETTERS, k=7)) + "项目"
        self.investor = "示例" + "".join(dice.choices(LETTERS, k=3)) + f"{number:05d}投资有限公司"
        self.origin = ORIGINS[dice.randrange(len(ORIGINS))]
        self.industry = INDUSTRIES[dice.randrange(len(INDUSTRIES))]
        self.total = dice.randrange(100_000, 4_000_000)
        self.planned = self.total * 30 // 100
        self.registered = self.planned * 90 // 100
        self.stage = dice.randrange(4)
        self.pace = dice.randrange(10, 40)  # months from one stage to the next
        self.ahead = dice.randrange(1, self.pace)
        self.step = dice.randrange(1, 9)  # months from one payment to the next
        self.tracker = "示例" + "".join(dice.choices(LETTERS, k=2))

    def stage_in(self, month):
        return min(self.stage + (self.ahead + month) // self.pace, len(STAGES) - 1)

    def day_of(self, stage):
        """The day on which a stage was reached: the month before the first one, or the month of the turn."""
        turn = (stage - self.stage) * self.pace - self.ahead
        return f"{month_name(self.first, turn)}-{1 + self.number % 28:02d}"

    def cells(self, month):
        """The cells of a month's row from the code on, in the order of HEADS."""
        stage = self.stage_in(month)
        share = 100 + month // self.step * 10  # thousandths
        paid = min(self.registered, self.registered * share // 1000) if stage >= 2 else None
        invested = min(self.total, self.total * share // 1500) if stage >= 3 else None
        return [
            self.code, self.district, self.name, self.investor, self.origin, self.industry,
            money(self.total), money(self.planned),
            money(self.registered) if stage >= 2 else "",
            "" if paid is None else money(paid),
            "" if invested is None else money(invested),
            STAGES[stage],
            *(self.day_of(it) if stage >= it else "" for it in (1, 2, 3)),
            "示例管委会", self.tracker,
            f"第{month + 1}期：{WORKS[(self.number + month) % len(WORKS)]}，完成{(self.number + month) % 100}%",
            PROBLEMS[self.number // 100 % 2] if self.number % 100 == 0 else "无",
        ]
