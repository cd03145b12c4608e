"""Makes one workbook of many rows (示例, invented): PROJECTS projects in ten districts, reported in one
month after the other, with the month and the district in columns. Usage: rows.py ROWS OUT.xlsx"""

import datetime
import random
import sys

import openpyxl

DISTRICTS = "张家港市 常熟市 太仓市 昆山市 吴江区 吴中区 相城区 姑苏区 苏州工业园区 苏州高新区".split()
STAGES = "在谈 签约未设立 登记设立 开工建设 竣工".split()
PROJECTS = 2000
HEADS = (
    "序号 报告月份 所属板块 项目名称 投资方 来源地 产业 推进阶段 入库依据 投资总额（万美元） 拟新增注册外资（万美元） "
    "实际到账外资（历年累计，万美元） 累计完成投资（万美元） 签约时间 进展情况 备注"
).split()


SYLLABLES = "澄屿星河远帆青禾安澜海棠白鹭云岭松涛明川沐阳启辰恒泽嘉禾瑞景宏图凌霄北辰南溪东篱西湖长风晨曦"


def name(number):
    """Names far enough apart to be no duplicates."""
    chosen = random.Random(number).sample(SYLLABLES, 6)
    return "示例" + "".join(chosen) + "项目"


def main(rows, out):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("进展")
    sheet.append(["重点外资项目推进情况表（示例）"])
    sheet.append(HEADS)
    names = [name(number) for number in range(PROJECTS)]
    for row in range(rows):
        month, project = divmod(row, PROJECTS)
        total = 5000 + project % 900 * 10
        sheet.append([
            row + 1,
            f"{2016 + month // 12}-{month % 12 + 1:02d}",
            DISTRICTS[project % 10],
            names[project],
            f"示例投资{project:05d}有限公司",
            "香港",
            "先进制造业",
            STAGES[min(month // 12, 4)],
            "签约大会",
            total,
            total / 4,
            round(total / 100 * month / 8, 2),
            round(total / 50 * month / 8, 2),
            datetime.date(2016, 1, 1 + project % 28),
            f"第{month + 1}期：土建施工按计划推进，设备陆续进场，完成{month * 2 % 100}%",
            None,
        ])
    book.save(out)


main(int(sys.argv[1]), sys.argv[2])
