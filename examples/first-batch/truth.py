"""Invents the 193 projects. Same seed, same projects. Amounts are integer US cents."""

import random
from datetime import date, timedelta

import names

SEED = 20200309
WAN = 1_000_000  # cents in 1 万美元 (USD 10,000)
YI = 10_000 * WAN  # cents in 1 亿美元 (USD 100,000,000)
REGISTERED_LESS = 340 * 100 * WAN  # what registrations stay behind the plans, about
LARGE = YI  # "at least USD 100 million", this amount included
TOTAL_AIM = 25_943 * 100 * WAN  # sums are steered to within 0.3 % of these
FDI_AIM = 7_942 * 100 * WAN

GROUPS = ("hmt", "west", "jk", "other")
STAGES = ("negotiating", "signed", "registered", "started", "completed", "production")
# district: number by (hmt, west, jk, other), by (negotiating .. completed), of large projects
QUOTAS = {
    "张家港市": ((5, 5, 6, 1), (3, 7, 4, 3, 0), 9),
    "常熟市": ((5, 4, 8, 1), (2, 7, 6, 3, 0), 8),
    "太仓市": ((3, 14, 2, 1), (3, 8, 5, 4, 0), 8),
    "昆山市": ((18, 5, 4, 1), (4, 11, 8, 4, 1), 16),
    "吴江区": ((9, 5, 4, 1), (3, 8, 5, 3, 0), 9),
    "吴中区": ((4, 5, 5, 2), (3, 6, 4, 2, 1), 7),
    "相城区": ((5, 4, 7, 2), (2, 8, 5, 3, 0), 8),
    "姑苏区": ((4, 2, 0, 1), (2, 3, 1, 1, 0), 3),
    "苏州工业园区": ((6, 14, 4, 5), (4, 11, 8, 5, 1), 18),
    "苏州高新区": ((5, 6, 8, 2), (3, 8, 6, 3, 1), 11),
}
DISTRICTS = tuple(QUOTAS)
# Files that write 亿美元 (four decimals at most): whole 万美元 only.
WHOLE_WAN = {"太仓市", "吴中区", "苏州高新区"}
ORIGIN_KEYS = dict(zip(
    "香港 台湾 日本 韩国 美国 德国 法国 英国 荷兰 瑞士 瑞典 意大利 奥地利 丹麦 芬兰 西班牙 加拿大 爱尔兰 比利时 "
    "新加坡 澳大利亚 马来西亚 英属维尔京群岛 开曼群岛 以色列".split(),
    "HK TW JP KR US DE FR GB NL CH SE IT AT DK FI ES CA IE BE SG AU MY VG KY IL".split()))

CONFERENCE_DAY = date(2020, 1, 3)  # the invented day of the signing conference
CUT_OFF = date(2020, 2, 29)  # nothing in a form for February happened later
# New Years, Spring Festivals (2020 with its extension), National Days: nothing is signed then.
HOLIDAYS = ((date(2017, 12, 30), date(2018, 1, 1)), (date(2018, 2, 15), date(2018, 2, 21)),
            (date(2018, 10, 1), date(2018, 10, 7)), (date(2018, 12, 30), date(2019, 1, 1)),
            (date(2019, 2, 4), date(2019, 2, 10)), (date(2019, 10, 1), date(2019, 10, 7)),
            (date(2020, 1, 1), date(2020, 1, 1)), (date(2020, 1, 24), date(2020, 2, 9)))
CONFERENCE_SHARE = {"negotiating": 0, "signed": 0.8, "registered": 0.4, "started": 0, "completed": 0}
PROBLEM_SHARE, NOTE_SHARE, EXPANSION_SHARE = 0.2, 0.2, 0.15
EXPANSION_DISTRICTS = ("张家港市", "常熟市", "昆山市", "吴江区", "相城区", "苏州工业园区", "苏州高新区")
# Work items named in the example: share of registered projects where each is already done.
WORK_ITEMS = {"environment": 0.6, "safety": 0.4, "land_supply": 0.6, "installation": 0.0}


def brands_of(table):
    """[(country, legal suffix, Latin name, Chinese brand)] of a table of Latin investors."""
    return [(country, suffix, *pair.split("/"))
            for country, (suffix, pairs) in table.items() for pair in pairs.split()]


def deal_investors(rng):
    """For each district a list of (group, country, brand, Latin name or None, suffix)."""
    hmt = names.HMT_BRANDS[:]
    jk = [("日本", b) for b in names.JAPAN_BRANDS] + [("韩国", b) for b in names.KOREA_BRANDS]
    west, other = brands_of(names.WEST), brands_of(names.OTHER)
    for pool in (hmt, jk, west, other):
        rng.shuffle(pool)
    jk.append(jk[0])  # one investor with a project in two districts
    german = [w for w in west if w[0] == "德国"][:11]
    taicang = german + [german[0]] + [w for w in west if w[0] != "德国"][:2]  # two projects of one
    west = [w for w in west if w not in taicang]
    dealt = {}
    for district, (counts, _, _) in QUOTAS.items():
        taiwan = 11 if district == "昆山市" else counts[0] // 3
        row = []
        for place in range(counts[0] - (3 if district == "昆山市" else 0)):
            row.append(("hmt", "台湾" if place < taiwan else "香港", hmt.pop(), None, ""))
        if district == "昆山市":
            row += [("hmt", "台湾", brand, None, "")
                    for brand in (names.PAIR_BRAND, names.PAIR_BRAND, names.RARE_BRAND)]
        for _ in range(counts[1]):
            country, suffix, latin, brand = taicang.pop() if district == "太仓市" else west.pop()
            row.append(("west", country, brand, latin, suffix))
        for _ in range(counts[2]):
            country, brand = jk.pop()
            row.append(("jk", country, brand, None, ""))
        for _ in range(counts[3]):
            country, suffix, latin, brand = other.pop()
            row.append(("other", country, brand, latin, suffix))
        rng.shuffle(row)
        dealt[district] = row
    return dealt


def investor_name(rng, country, brand, latin, suffix, industry):
    """A company name in the manner of its country."""
    words, english, _ = names.INDUSTRIES[industry]
    word = rng.choice(words)
    if brand in names.LATIN and (country == "香港" or "(HK)" not in names.LATIN[brand]):
        return names.LATIN[brand]
    if latin and rng.random() < 0.6:
        return f"{latin} {english} {suffix}"
    forms = {
        "香港": ("{b}{w}（香港）有限公司", "香港{b}{w}有限公司", "{b}（香港）控股有限公司", "{b}国际集团有限公司"),
        "台湾": ("{b}{w}股份有限公司", "{b}科技股份有限公司", "{b}工业股份有限公司"),
        "日本": ("{b}{w}株式会社", "株式会社{b}{w}", "{b}工业株式会社"),
        "韩国": ("韩国{b}{w}株式会社", "（株）{b}{w}", "{b}集团株式会社"),
    }
    form = rng.choice(forms.get(country, (country + "{b}{w}有限公司", "{b}{w}集团（" + country + "）")))
    return form.format(b=brand, w=word)


def workday(rng, low, high):
    """A day from low to high, no weekend or holiday if that can be avoided."""
    for _ in range(60):
        day = low + timedelta(rng.randrange((high - low).days + 1))
        if day.weekday() < 5 and not any(first <= day <= last for first, last in HOLIDAYS):
            break
    return day


def set_dates(rng, project):
    """Stage dates in order, none after the cut-off, and dates of work items."""
    level = STAGES.index(project["stage"])
    day = timedelta
    if project["basis"] == "conference":
        signed = CONFERENCE_DAY
    else:
        back = {1: (20, 240), 2: (150, 500), 3: (400, 800), 4: (700, 900)}.get(level, (0, 1))
        signed = workday(rng, CUT_OFF - day(back[1]), CUT_OFF - day(back[0]))
    dates = {}
    if level >= 1:
        dates["stage_signed"] = signed
    if level >= 2:
        latest = CUT_OFF - day({2: 0, 3: 200, 4: 450}[level])
        dates["stage_registered"] = workday(rng, signed + day(10), latest)
    if level >= 3:
        latest = CUT_OFF - day({3: 115, 4: 330}[level])
        dates["stage_started"] = workday(rng, dates["stage_registered"] + day(60), latest)
    if level >= 4:
        dates["stage_completed"] = workday(rng, CUT_OFF - day(90), CUT_OFF - day(36))
    for item, done in WORK_ITEMS.items():
        if level < 2 or rng.random() < 0.25:
            continue
        before = dates.get("stage_started", CUT_OFF)
        earliest = dates["stage_registered"] + day(20)
        if earliest < before and (level >= 3 and item != "installation" or rng.random() < done):
            actual = workday(rng, earliest, before)
            dates[item + "_planned"] = actual + day(rng.randrange(-5, 12))
            dates[item + "_actual"] = actual
        elif item != "installation" or level == 3:
            dates[item + "_planned"] = workday(rng, date(2020, 3, 16), date(2020, 12, 31))
    project.update({key: value.isoformat() for key, value in dates.items()})


def step_of(rng, district):
    """How finely an amount is written, in cents."""
    steps = (100 * WAN, 100 * WAN, 100 * WAN, 50 * WAN, WAN)
    if district in WHOLE_WAN:
        return rng.choice(steps)
    return rng.choice(steps + (WAN // 2, WAN // 100))


def round_to(amount, step):
    return max(step, round(amount / step) * step)


def steer(projects, key, raw, aim, floor, ceiling):
    """Scales what raw amounts add to a floor by one factor, so that the sum comes near the aim."""
    low, high = 0.2, 5.0
    for _ in range(60):
        factor = (low + high) / 2
        for project in projects:
            amount = floor + round_to(raw[project["name"]] * factor, project["step"])
            project[key] = min(amount, ceiling(project))
        if sum(p[key] for p in projects) < aim:
            low = factor
        else:
            high = factor


def set_amounts(rng, projects):
    """Totals, planned and registered foreign capital, paid-in, invested."""
    large = [p for p in projects if p["size"] == "large"]
    for project in projects:
        project["step"] = step_of(rng, project["district"])
        if project["size"] == "small":
            project["total_cents"] = round_to(rng.uniform(1_000, 9_300) * WAN, project["step"])
        elif project["size"] == "line":
            project["total_cents"] = LARGE
        elif project["size"] == "below":  # the largest amount that is not yet large
            project["total_cents"] = LARGE - WAN // 100
    raw = {p["name"]: rng.lognormvariate(0.0, 0.9) * YI for p in large}
    rest = sum(p["total_cents"] for p in projects if p["size"] != "large")
    steer(large, "total_cents", raw, TOTAL_AIM - rest, LARGE, lambda p: 15 * YI)
    raw = {p["name"]: p["total_cents"] * rng.uniform(0.2, 0.5) for p in projects}
    steer(projects, "planned_fdi_cents", raw, FDI_AIM + REGISTERED_LESS, 0, lambda p: p["total_cents"])
    for project in projects:
        planned, level, step = project["planned_fdi_cents"], STAGES.index(project["stage"]), project["step"]
        if level < 2:
            continue
        share = 1 if rng.random() < 0.6 else rng.uniform(0.6, 0.98)
        registered = min(planned, round_to(planned * share, step))
        project["registered_fdi_cents"] = registered
        if rng.random() < {2: 0.35, 3: 0.85, 4: 1}[level]:
            paid = registered if rng.random() < 0.15 else round_to(registered * rng.uniform(0.1, 0.8), step)
            project["paid_in_cents"] = min(paid, registered)
        if level >= 3 and rng.random() < 0.8:
            share = rng.uniform(0.85, 1) if level == 4 else rng.uniform(0.05, 0.6)
            project["invested_cents"] = min(round_to(project["total_cents"] * share, step), project["total_cents"])


def deal_products(rng):
    """For each district a list of (industry, product); the old town gets no factories."""
    products = [(industry, product) for industry, row in names.INDUSTRIES.items() for product in row[2].split()]
    rng.shuffle(products)
    products.sort(key=lambda p: p[0] in names.OLD_TOWN)  # these last, popped first
    dealt = {}
    for district in sorted(DISTRICTS, key=lambda d: d != "姑苏区"):
        need = sum(QUOTAS[district][0]) - (2 if district == "昆山市" else 0)
        dealt[district] = [products.pop() for _ in range(need)]
        if district == "姑苏区":
            rng.shuffle(products)
    return dealt


def people(rng, count):
    """Invented persons, all different."""
    pool = [s + g for s in names.SURNAMES for g in names.GIVEN]
    return rng.sample(pool, count)


def invent_district(rng, district, investors, products):
    """The projects of one district, without dates and amounts."""
    _, stages, large = QUOTAS[district]
    count = len(investors)
    # one project stands exactly on the line in every district
    sizes = ["line"] + ["large"] * (large - 1) + ["small"] * (count - large)
    if district in ("昆山市", "苏州工业园区"):
        sizes[-1] = "below"
    todo = [STAGES[i] for i, number in enumerate(stages) for _ in range(number)]
    rng.shuffle(sizes)
    rng.shuffle(todo)
    persons = people(rng, 11)
    leaders, trackers = persons[:5], persons[5:]
    seconds = names.SECOND_BRANDS[2 * DISTRICTS.index(district):][:2]
    phases, chosen = ["二期", "一期"], []
    for serial, (group, country, brand, latin, suffix) in enumerate(investors):
        project = {"district": district, "origin": ORIGIN_KEYS[country], "origin_name": country,
                   "origin_group": group, "stage": todo[serial], "size": sizes[serial]}
        if brand == names.PAIR_BRAND:
            phase = phases.pop()
            industry, name = "电子信息", f"{brand}{names.PAIR_PRODUCT}{phase}"
            project["stage"], project["size"] = {"一期": ("started", "large"), "二期": ("signed", "small")}[phase]
            investor = f"{brand}电子股份有限公司"
        else:
            industry, product = products.pop()
            name = brand + product
            known = next((p for p in chosen if p["brand"] == brand), None)
            investor = known["investor"] if known else investor_name(rng, country, brand, latin, suffix, industry)
        if seconds and serial % 8 == 5 and country in ("香港", "德国", "美国", "日本", "新加坡"):
            investor += f"、{country}{seconds.pop()}投资有限公司"
        conference = rng.random() < CONFERENCE_SHARE[project["stage"]]
        project.update(name=name, brand=brand, investor=investor, industry=industry,
                       parent=f"{latin or brand}{' Group' if latin else '集团'}" if rng.random() < 0.35 else None,
                       basis="conference" if conference else "put_forward",
                       leader=rng.choice(leaders) if rng.random() < 0.75 else None,
                       responsible=rng.choice(names.OFFICES[district].split()), tracker=rng.choice(trackers),
                       expansion=False,
                       problem=rng.choice(names.PROBLEMS[industry in names.OFFICE].split()) if rng.random() < PROBLEM_SHARE else None,
                       remarks=rng.choice(names.NOTES) if rng.random() < NOTE_SHARE else None)
        if (district in EXPANSION_DISTRICTS and name.endswith("项目") and rng.random() < EXPANSION_SHARE
                and project["stage"] != "negotiating"):
            project["expansion"], project["name"] = True, name[:-2] + "增资项目"
        chosen.append(project)
    if district == "昆山市":
        swap_pair(chosen)
        chosen[3]["leader"], chosen[5]["tracker"] = names.RARE_PERSON, names.RARE_PERSON
    return chosen


def set_progress(rng, project):
    """A sentence that fits the stage and does not speak of what is already done."""
    sentences = names.PROGRESS[project["stage"]][project["industry"] in names.OFFICE].split()
    for key, done in (("paid_in_cents", "到账 入账"), ("environment_actual", "环评"), ("land_supply_actual", "土地")):
        if key in project:
            sentences = [s for s in sentences if not any(word in s for word in done.split())]
    project["progress"] = rng.choice(sentences)


def swap_pair(projects):
    """The pair has its stages and sizes set by hand: give what it displaced to two others."""
    _, stages, large = QUOTAS["昆山市"]
    free = [p for p in projects if p["brand"] != names.PAIR_BRAND]
    for index, number in enumerate(stages):
        stage = STAGES[index]
        while sum(p["stage"] == stage for p in projects) < number:
            over = next(p for p in free if sum(q["stage"] == p["stage"] for q in projects)
                        > stages[STAGES.index(p["stage"])])
            over["stage"] = stage
    for size, number in (("large", large - 1), ("line", 1), ("below", 1)):
        while sum(p["size"] == size for p in projects) < number:
            next(p for p in free if p["size"] == "small")["size"] = size
        while sum(p["size"] == size for p in projects) > number:
            next(p for p in free if p["size"] == size)["size"] = "small"


def invent():
    """All projects, district by district in the bureau's order."""
    rng = random.Random(SEED)
    investors, products = deal_investors(rng), deal_products(rng)
    projects = []
    for district in DISTRICTS:
        projects += invent_district(rng, district, investors[district], products[district])
    set_amounts(rng, projects)
    for project in projects:
        set_dates(rng, project)
        set_progress(rng, project)
    next(p for p in projects if p["district"] == "姑苏区" and p["stage"] == "negotiating")["planned_fdi_cents"] = None
    return projects
