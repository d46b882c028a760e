"""Heads as offices write them, made of parts: every body with every kind of document, laid out in several ways."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

import jieba
import pytest

from .test_header import DOCUMENTS, seen

BODIES = ["青禾县烟草专卖局", "青禾县供电所", "青禾镇财政所", "青禾镇卫生监督所", "青禾县公路养护段", "青禾县航道管理站", "青禾县水库管理局", "青禾县人民武装部", "青禾县军队离退休干部休养所", "青禾县救助管理站", "青禾市福利彩票发行中心", "青禾市体育运动学校", "青禾博物院", "青禾县文物管理所", "青禾县图书馆党支部", "青禾大学研究生院", "青禾大学附属医院", "青禾一建项目部", "青禾集团第二车间", "青禾中学语文教研组", "青禾中学高三年级组", "青禾中学学生会", "青禾电信营业厅", "青禾报业传媒集团", "青禾交响乐团", "青禾苏木人民政府", "青禾街道党工委", "青禾社区服务站", "青禾县社会治安综合治理中心", "青禾县大数据发展管理局", "青禾县政务服务和大数据管理局", "青禾县机关事务服务中心", "青禾县地方志编纂委员会办公室", "青禾县档案局", "青禾县委党史研究室", "青禾县委老干部局", "青禾县委政法委", "青禾县委巡察办", "青禾县人大常委会", "青禾县政协", "青禾县纪委监委", "青禾县监委", "青禾县法院", "青禾县检察院", "青禾县人民法院执行局", "青禾县公安局刑事侦查大队", "青禾县公安局城关派出所", "青禾县森林公安局", "青禾县消防救援大队", "青禾县司法局", "青禾县律师协会", "青禾县公证处", "青禾县看守所", "青禾监狱", "青禾县财政局国库支付中心", "青禾县税务局", "国家税务总局青禾县税务局", "青禾县审计局", "青禾县统计局", "国家统计局青禾调查队", "青禾县人力资源和社会保障局", "青禾县社会保险事业管理局", "青禾县就业服务中心", "青禾县住房和城乡建设局", "青禾县城市管理综合行政执法局", "青禾县自然资源和规划局", "青禾县林业和草原局", "青禾县水务局", "青禾县农业农村局", "青禾县畜牧兽医局", "青禾县商务局", "青禾县招商引资局", "青禾县投资促进中心", "青禾县市场监督管理局", "青禾县应急管理局", "青禾县气象局", "青禾县地震局", "青禾县邮政管理局", "青禾县邮政分公司", "中国邮政集团有限公司青禾县分公司", "中国移动青禾分公司", "中国人寿青禾支公司", "中国农业银行青禾县支行", "青禾县农村信用合作联社", "青禾村镇银行", "青禾县供销合作社联合社", "青禾县残疾人联合会", "青禾县工商业联合会", "青禾县文学艺术界联合会", "青禾县科学技术协会", "青禾县归国华侨联合会", "青禾县红十字会", "青禾县慈善总会", "青禾县计划生育协会", "青禾县老科技工作者协会", "青禾县餐饮行业协会", "青禾县总商会", "青禾县第一中学", "青禾县特殊教育学校", "青禾县实验小学", "青禾县机关幼儿园", "青禾县职业教育中心", "青禾县教师进修学校", "青禾广播电视大学", "青禾县疾病预防控制中心", "青禾县妇幼保健计划生育服务中心", "青禾县中医医院", "青禾镇中心卫生院", "青禾县融媒体中心", "青禾县新华书店", "青禾县国有资产经营有限责任公司", "青禾旅游发展有限公司", "青禾水泥厂", "青禾煤矿", "青禾机场", "青禾港务局", "青禾火车站", "青禾高铁新区管理委员会", "青禾工业园区管委会", "青禾高新区", "青禾自贸片区管委会", "青禾镇人民政府", "青禾街道办事处", "青禾社区居委会", "青禾村民委员会", "青禾村党总支", "青禾合作社", "共青团青禾县委", "共青团青禾县委员会", "中国民主同盟青禾县委员会", "民建青禾县委", "中共青禾县委统战部", "中共青禾县直属机关工作委员会", "中共青禾县委机构编制委员会办公室", "中共青禾县纪律检查委员会", "青禾县扫黑除恶专项斗争领导小组办公室", "青禾县创建全国文明城市指挥部", "青禾县防汛抗旱指挥部", "青禾县重点工程建设局", "青禾海关", "青禾海事局", "青禾边境管理支队", "青禾车务段", "青禾机务段", "青禾勘测设计院", "青禾农业科学研究所", "青禾国家湿地公园管理处", "青禾县城市建设投资集团有限公司", "青禾轨道交通集团", "青禾大学图书馆", "青禾水文局", "青禾县节水办", "青禾县治超办", "青禾县营商局", "青禾县信访局", "青禾县工信局", "青禾县发改局", "青禾县文旅局", "青禾县文体广电旅游局", "青禾县医保局", "青禾县退役军人局", "青禾县民政局", "青禾县民宗局", "青禾县侨联", "青禾县关工委", "青禾县老龄委", "青禾县消委会", "青禾县工商联", "青禾县贸促会", "青禾县妇联", "青禾县文联"]
# what a document is called, and the periods that its title says it looks back on and plans
KINDS = ["", "2023年工作回顾|2023|", "2023年工作综述|2023|", "2023年半年报|2023-H1|", "2023年半年度报告|2023-H1|", "2023年度工作述评|2023|", "2023年工作纪实|2023|", "2023年度行政执法统计年报|2023|", "2023年度行政执法情况公示|2023|", "2023年部门决算公开报告|2023|", "2023年度绩效评价报告|2023|", "2023年度绩效目标自评情况说明|2023|", "2023年度财务情况说明书|2023|", "2023年政府网站工作年度报表|2023|", "2023年法治政府建设工作总结暨2024年工作要点|2023|2024", "2023年法治政府建设年度报告|2023|", "2023年依法行政工作报告|2023|", "2023年度推进法治政府建设工作情况报告|2023|", "2023年度普法依法治理工作总结|2023|", "2023年度落实党风廉政建设责任制情况报告|2023|", "2023年度党组织书记抓党建述职报告|2023|", "2023年度领导班子述职述廉报告|2023|", "2023年度领导班子工作总结|2023|", "2023年度年度工作报告|2023|", "2023年年度报告|2023|", "2023年度事业单位法人年度报告书|2023|", "2023年环境保护自查报告|2023|", "2023年度内部控制报告|2023|", "2023年度质量报告|2023|", "2023年度可持续发展报告|2023|", "2023年度环境、社会和公司治理（ESG）报告|2023|", "2023年安全生产工作总结和2024年安全生产工作计划|2023|2024", "2023年安全生产情况分析|2023|", "2023年重点工作推进情况|2023|", "2023年重点工作完成情况及2024年工作安排|2023|2024", "2023年目标任务完成情况|2023|", "2023年工作亮点及2024年工作打算|2023|2024", "2023年工作总结及2024年重点工作任务|2023|2024", "2023年工作总结与2024年工作目标|2023|2024", "2023年工作完成情况和2024年工作谋划|2023|2024", "2023年工作情况及下一步工作计划|2023|2024", "2023年工作开展情况及下步打算|2023|2024", "2023年上半年工作情况及下半年工作重点|2023-H1|2023-H2", "2023年上半年工作总结及下半年工作思路|2023-H1|2023-H2", "2023年一季度工作总结及二季度工作安排|2023-Q1|2023-Q2", "2023年1—9月工作总结及第四季度工作计划|2023-01/2023-09|2023-Q4", "2023年前三季度工作总结和四季度工作安排|2023-01/2023-09|2023-Q4", "2023年8月工作总结及9月工作计划|2023-08|2023-09", "2023年8月份重点工作完成情况及9月份工作安排|2023-08|2023-09", "2022年工作总结和2023年上半年工作计划|2022|2023-H1", "“十三五”工作总结及“十四五”工作计划|2016/2020|2021/2025", "“十三五”工作总结和“十四五”工作思路|2016/2020|2021/2025", "“十四五”规划2023年度执行情况监测报告|2023|", "2021—2023年工作总结及2024年工作计划|2021/2023|2024", "2020至2022年工作情况报告|2020/2022|", "2023年全国“两会”建议提案办理情况|2023|", "2023年人大代表建议和政协提案办理情况的报告|2023|", "关于2023年市人大代表建议办理工作情况的报告|2023|", "关于2023年度绩效考核自评情况的报告|2023|", "关于2023年中央环保督察整改情况的报告|2023|", "关于报送2023年工作总结和2024年工作计划的报告|2023|2024", "关于报送2023年度工作总结的函|2023|", "关于上报2023年工作总结的报告|2023|", "关于2023年工作总结及2024年工作安排的请示|2023|2024", "关于2023年“世界水日”宣传活动的总结|2023|", "关于2023年度预算执行情况和2024年预算安排的说明|2023|2024", "关于印发2024年工作要点的通知||2024", "关于印发《2024年工作要点》的通知||2024", "2024年工作思路||2024", "2024年度工作计划||2024", "2024年普法工作计划||2024", "2024年度普法依法治理工作要点||2024", "2024年工作方案||2024", "2024年防汛抗旱工作方案||2024", "2024年重点工作任务清单||2024", "2024年重点工作任务分解表||2024", "2024年工作目标||2024", "2024年下半年工作要点||2024-H2", "2024年度部门预算||2024", "2024年预算公开||2024", "2024年度部门预算编制说明||2024", "2024年政府采购计划||2024", "2024年度行政执法检查计划||2024", "2024年“双随机、一公开”抽查工作计划||2024", "2023—2024年度工作计划||2023/2024", "2023-2024学年度工作总结|2023/2024|", "2023年春季学期工作总结|2022/2023|", "2023年大事记|2023|", "2023年工作台账|2023|", "2023年信息宣传工作情况通报|2023|", "2023年年终工作报告|2023|", "2023年终工作总结及明年工作打算|2023|2024", "2023年工作总结（一）|2023|", "2023年工作总结（定稿）|2023|", "2023年工作总结（征求意见稿）|2023|", "2023年工作总结（20231225）|2023|", "2023年工作总结20231225|2023|", "2023年工作总结2|2023|", "2023年总结2024年计划|2023|2024", "2023年总结和2024年计划|2023|2024", "2023总结2024计划|2023|2024", "2023年工作总结、2024年工作计划|2023|2024", "2023年工作总结 2024年工作计划|2023|2024", "2023年工作总结/2024年工作计划|2023|2024", "2023年工作总结＆2024年工作计划|2023|2024", "关于2023年工作总结|2023|", "关于2023年度的工作总结|2023|", "二零二三年度工作总结及二零二四年工作计划|2023|2024", "二O二三年工作总结|2023|", "2023 年工作总结及 2024 年工作计划|2023|2024", "2023年度水利工作总结暨2024年度水利工作要点|2023|2024", ""][1:-1]
TEXT = "全年办理事项86件，同比增长5.2%，满意率98.6%，较上年提高1.2个百分点，各项任务如期完成。\n"
ADDRESSED = "县人民政府：\n"
LAYOUTS: dict[str, tuple[bool, Callable[[str, str], str]]] = {  # whether the body is part of the title
    "one line": (True, lambda body, kind: f"{body}{kind}\n{TEXT}"),
    "two lines": (True, lambda body, kind: f"{body}\n{kind}\n{TEXT}"),
    "a page": (True, lambda body, kind: f"您的位置：首页 > 信息公开\n{body}{kind}\n发布时间：2024-01-08　来源：青禾日报　【字体：大 中 小】\n\n{TEXT}"),
    "a letter": (True, lambda body, kind: f"{body}文件\n青字〔2024〕6号\n\n{body}\n{kind}\n{ADDRESSED}{TEXT}\n{body}\n2024年1月8日\n"),
    "a line below": (False, lambda body, kind: f"{kind}\n{body}\n（2024年1月8日）\n{TEXT}"),
    "a signature": (False, lambda body, kind: f"{kind}\n\n{TEXT}各项工作顺利。\n{body}\n2024年1月8日\n"),
    "a brief": (False, lambda body, kind: f"工作简报\n第6期（总第86期）\n{body}　　　　2024年1月8日\n\n{kind}\n{TEXT}"),
}
PLANS = ["", "三、2024年工作计划", "三、2024年工作思路", "三、2024年重点工作", "三、2024年工作目标及措施", "三、2024年主要任务", "三、下一步工作打算", "三、下步工作打算", "三、下一步工作", "三、下一步打算", "三、下一步工作措施", "三、下一阶段工作重点", "三、今后工作思路", "三、今后的努力方向", "三、来年工作设想", "三、明年工作安排", "三、新一年工作打算", "三、新的一年工作思路", "三、工作打算", "三、工作计划", "三、存在问题及下步打算", "三、努力方向", "三、工作展望", "三、未来展望", "三、2024年展望", "三、2024年工作要求", "三、2024年怎么干", "三、2024年工作举措", "三、2024年工作", "三、做好2024年工作的建议", "三、关于2024年工作", "三、扎实做好2024年各项工作", "三、奋力开创2024年工作新局面", "三、2024：聚力突破", "第三部分 2024年工作安排", "（三）2024年工作安排", "2024年工作安排", "2024 年工作安排", "三、二〇二四年工作安排", "三、后续工作安排", "三、下一年度工作计划", "三、下年度工作安排", "三、“十四五”后两年工作思路", "下一步，我局将继续做好工作。", "2024年，我局将重点抓好以下工作：", "2024年我局将重点抓好以下工作：", "2024年要重点抓好以下工作：", "2024年工作思路如下：", "在新的一年里，我局将继续努力。", "新的一年，我局将继续努力。", "今后，我们将再接再厉，做好各项工作。", "明年，我们要做好以下工作：", "2024年是“十四五”规划的关键一年，我局将做好以下工作：", "2024年计划完成投资5亿元。", "2024年度，计划投资5亿元。", "2024年，全县将完成投资5亿元。", "2024年，力争完成投资5亿元。", "2024年目标：完成投资5亿元。", "2024年工作总体思路是：以党建为引领。", "（四）2024年工作思路。以党建为引领。", "三、2024年计划", "三、2024年打算", "三、2024年奋斗目标", "三、2024年度重点任务", "三、对2024年工作的几点建议", "三、2024年经济形势展望", "三、2024年经济走势研判", ""][1:-1]
PLANS_NOT = ["", "三、存在的问题", "三、存在的主要问题和不足", "三、主要做法", "三、取得的成效", "三、工作体会", "三、几点启示", "三、2023年工作情况", "三、工作计划完成情况", "三、目标任务完成情况", "三、落实工作部署情况", "三、重点工作推进情况", "三、工作安排部署情况", "三、“十四五”规划实施情况", "三、2022年工作回顾", "三、工作思路清晰，措施得力", "三、强化工作部署，狠抓落实", "三、科学谋划，精心组织", "三、谋划在先，早安排早部署", "三、超前谋划项目", "三、精心安排，周密部署", "三、未来可期", "三、面向未来培养人才", "三、打造未来社区", "三、下一代关心工作", "三、计划生育工作", "三、教育部署", "三、财政预算安排", "三、人才引进计划", "三、强化统筹安排", "三、聚焦目标任务，狠抓落实", "三、围绕重点工作，强化督查", "三、2024年1月以来情况", "三、2023年底前完成情况", "三、需要说明的问题", "三、意见建议", "三、对策建议", "三、几点建议", "今年以来，我局将党建放在首位。", "2023年，我局将党建工作与业务工作同部署。", "2024年1月，召开总结会议。", "2024年1月5日，县委召开会议。", "截至2024年1月，全县完成投资5亿元。", "到2025年，全县完成投资5亿元。", "2035年远景目标。", "各科室要认真落实2024年的要求。", ""][1:-1]
OF_A_SUBJECT = ["全县安全生产2023年工作总结", "全市法院2023年工作情况", "全县脱贫攻坚工作总结（2023年）", "2023年全县干部教育培训工作总结", "2023年度“厕所革命”工作总结", "2023年全市医院感染管理工作总结", "2023年度社区矫正工作总结", "2023年学校安全工作总结", "2023年党支部工作总结", "2023年度机关党支部工作总结", "2023年办公室工作总结", "2023年护理部工作总结", "2023年度综合科工作总结", "2023年网站建设工作总结", "2023年公共场所卫生监督工作总结", "2023年中小学校园安全工作总结", "2023年全县农民专业合作社发展情况", "2023年农村公路建设情况", "2023年市场监管工作总结", "2023年人大代表建议办理情况", "2023年度企业社会责任报告", "2023年度公司年度报告", "河长制2023年工作总结", "2023年河长制办公室工作总结", "关于2023年度社会组织工作情况的报告", "关于全县学校食堂管理情况的报告", "关于2023年养老院安全检查情况的报告", "关于2023年党组织书记述职情况的通报", "2023年上半年全市工业园区运行情况", "2023年全区街道社区工作总结", "2023年一季度全县小学教学工作总结", "个人工作总结", "2023年度个人工作总结", "教师2023年工作总结", "办公室主任2023年述职报告", "校长2023年述职报告", "局长李望2023年述职报告", "李望2023年度述职报告", "年级组长2023年工作总结", "班主任2023年工作总结", "第一书记2023年工作总结"]
OTHER_LINES = ["", "李望", "李 望", "（李望）", "县长 李望", "青禾县", "2024年1月8日", "（2024年1月8日）", "2024年1月", "（讨论稿）", "（送审稿）", "（摘要）", "（书面）", "目录", "目  录", "前言", "摘要", "一、基本情况", "第一部分 部门概况", "引言", "概述", "内部资料 注意保存", "★机密", "会议材料之三", "附件1", "附件：1", "县委常委会：", "第6期", "总第86期", "青字〔2024〕6号", "签发人：李望", "主送：县委办公室", "抄送：县人大", "编者按：", "【字体：大 中 小】", "浏览次数：86", "责任编辑：李望", "来源：青禾县人民政府办公室", "信息来源：青禾日报", "来源：青禾县融媒体中心 作者：李望", "作者：李望", "记者 李望", "通讯员 李望 张山", "单位：万元", "全部", "内部", "社会", "干部", "科室", "部门概况", "机构设置", "主要职能", "工作纪实", "汇报材料", ""][1:-1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_body_is_known_wherever_it_stands(layout: str):
    titled, laid_out = LAYOUTS[layout]
    wrong = []
    for n, body in enumerate(BODIES):
        kind, review, plan = KINDS[n % 21].split("|")
        found = seen(laid_out(body, kind))
        told = [found[field] for field in ("title", "issuer", "review", "plan")]
        wanted = [body + kind if titled else kind, body, review, plan]
        wrong += [(told, wanted)] if told != wanted else []
    assert not wrong


@pytest.mark.parametrize("line", KINDS)
def test_every_kind_of_title_is_dated_by_its_words(line: str):
    kind, review, plan = line.split("|")
    for layout in ("one line", "two lines", "a line below"):
        titled, laid_out = LAYOUTS[layout]
        found = seen(laid_out("青禾县水利局", kind))
        title = ("青禾县水利局" if titled else "") + kind
        assert (found["title"], found["issuer"], found["review"], found["plan"]) == (title, "青禾县水利局", review, plan), layout


@pytest.mark.parametrize(("plan", "said"), [*(("2024", said) for said in PLANS), *(("", said) for said in PLANS_NOT)])
@pytest.mark.parametrize("title", ["青禾县水利局2023年工作总结", "青禾县水利局工作总结"])
def test_headings_and_first_words_say_what_is_planned(title: str, said: str, plan: str):
    found = seen(f"{title}\n（2024年1月8日）\n\n一、2023年主要工作\n2023年，{TEXT}{said}\n强化统筹，抓好落实，确保各项任务完成。\n")
    assert (found["review"], found["plan"]) == ("2023", plan)


@pytest.mark.parametrize("title", OF_A_SUBJECT)
def test_a_subject_is_no_body(title: str):
    """What a title is about (全市法院, 社会组织) is not who speaks; a part of a body (护理部) yields to the body."""
    for text in (f"{title}\n青禾县水利局\n{TEXT}", f"{title}\n{TEXT}\n青禾县水利局\n2024年1月8日\n"):
        found = seen(text)
        assert (found["title"], found["issuer"]) == (title, "青禾县水利局")


@pytest.mark.parametrize("line", OTHER_LINES)
def test_other_lines_of_a_head_change_nothing(line: str):
    below = seen(f"2023年度水利工作总结\n{line}\n{TEXT}")
    assert (below["title"], below["issuer"]) == ("2023年度水利工作总结", "")
    above = seen(f"{line}\n青禾县水利局2023年工作总结\n{TEXT}")
    assert (above["title"], above["issuer"]) == ("青禾县水利局2023年工作总结", "青禾县水利局")


def around(title: str, shown: str) -> Callable[[str], str]:
    """A document with its title written otherwise; without one on a line of its own it stays as it is."""
    return lambda text: f"\n{text}".replace(f"\n{title}\n", f"\n{shown}\n", 1)[1:]


OTHERWISE: dict[str, Callable[[str, str], str]] = {
    "breadcrumb": lambda text, _: f"您现在的位置：首页 > 政务公开 > 工作总结\n{text}",
    "index": lambda text, _: f"索引号：QH-2024-86 主题分类：综合政务\n公开方式：主动公开 公开范围：社会\n{text}",
    "name of the site": lambda text, _: f"青禾县人民政府门户网站\n{text}",
    "papers of a meeting": lambda text, _: f"会议材料之三\n\n{text}",
    "not to be passed on": lambda text, _: f"内部资料  注意保存\n\n{text}",
    "lines set in": lambda text, _: "\n".join(f"　　{line}" if line else "" for line in text.split("\n")),
    "blank lines": lambda text, _: text.replace("\n", "\n\n"),
    "heading of Markdown": lambda text, title: around(title, f"# {title}")(text),
    "bold": lambda text, title: around(title, f"**{title}**")(text),
    "twice": lambda text, title: around(title, f"{title}\n\n{title}")(text),
    "annex": lambda text, title: around(title, f"附件1\n\n{title}")(text),
    "source below": lambda text, title: around(title, f"{title}\n来源：某某日报 作者：张三 浏览次数：86")(text),
    "size of the font": lambda text, title: around(title, f"{title}\n【字体：大 中 小】 打印 分享到：")(text),
    "field": lambda text, title: around(title, f"标题：{title}")(text),
    "in the middle": lambda text, title: around(title, f"            {title}            ")(text),
}


@pytest.mark.parametrize("shown", OTHERWISE)
def test_what_stands_round_a_title_changes_nothing(shown: str):
    """One document in a hundred may be read otherwise; a third of them is shown in each way."""
    some = DOCUMENTS[list(OTHERWISE).index(shown) % 3 :: 3]
    texts = [(labels, OTHERWISE[shown](text, labels["title"])) for _, labels, text in some]
    wrong = [(found, labels) for labels, text in texts if (found := seen(text)) != labels]
    assert len(wrong) * 100 <= len(texts), wrong


def test_a_title_is_whole_between_any_of_its_words():
    """Of the titles of all documents, each broken at two places where a word ends, five in a hundred may be read otherwise."""
    wrong, count = [], 0
    for _, labels, text in DOCUMENTS:
        title = labels["title"]
        ends = list(accumulate(map(len, jieba.lcut(title))))
        fits = [end for end in ends if 0.3 * len(title) <= end <= 0.85 * len(title) and title[end] not in "）)》”、" and title[end - 1] not in "（(《“"]
        if len(title) < 16 or f"\n{title}\n" not in f"\n{text}":
            continue
        for end in {*fits[:1], *fits[-1:]}:
            found = seen(text.replace(title, f"{title[:end]}\n{title[end:]}", 1))
            count += 1
            wrong += [(title[:end], title[end:], found["title"])] if found["title"] != title else []
    assert count > 300
    assert len(wrong) * 100 <= 5 * count, wrong


KINDS_OF_HEADS: dict[str, list[tuple[str, dict[str, str]]]] = {
    "asked by one body to speak for another": [
        (
            f"在全{level}经济工作会议上的报告\n（2024年1月10日）\n同志们：\n受{asked}委托，{speaks}{body}，向会议报告去年经济工作，并部署今年任务。\n一、去年工作情况\n{TEXT}二、今年重点任务\n今年要完成投资5亿元。\n",
            {"issuer": body, "review": "2023", "plan": "2024"},
        )
        for asked, speaks, body, level in (
            ("行署党组", "我代表", "青禾地区行政公署", "区"), ("市委", "我代表", "青禾市发展和改革委员会", "市"), ("县委常委会", "现代表", "青禾县总工会", "县"),
            ("州委", "我谨代表", "青禾州工商业联合会", "州"), ("区党工委", "我代表", "青禾经济开发区管理委员会", "区"), ("集团党委", "现由我代表", "青禾水务集团有限公司", "公司"),
        )
    ],
    "a name set apart": [
        (
            f"在{meeting}上的讲话\n\n{body}{post}{blank}{name}\n（2024年1月10日）\n\n同志们：\n{TEXT}",
            {"issuer": body},
        )
        for body, post, name, meeting in (
            ("青禾水务集团有限公司", "党委书记、董事长", "汤 建 华", "集团公司2024年工作会议"), ("青禾地区行政公署", "专员", "李 大 海", "全区经济工作会议"),
            ("青禾县教育局", "局长", "王 小 山", "全县教育工作会议"), ("青禾县人民医院", "院长", "欧 阳 山", "全院职工大会"),
            ("青禾县农村商业银行", "行长", "赵 海", "年度工作会议"), ("青禾大学", "校长", "孙 望 山", "全校干部大会"),
        )
        for blank in (" ", "  ", "　　")
    ],
    "elected for a term": [
        (
            f"{place}{body}\n工作报告\n（2023年2月8日在{place}第十八届人民代表大会第三次会议上）\n{place[-1]}人大常委会主任  马 占 海\n各位代表：\n{said}{place}第十八届{body}委托，我向大会报告工作，请予审议。\n过去一年的主要工作\n{TEXT}今后一年的主要任务\n今后一年，将审议专项工作报告20项。\n",
            {"title": f"{place}{body}工作报告", "issuer": f"{place}{body}", "review": "2022", "plan": "2023"},
        )
        for place in ("青禾县", "青禾市", "青禾回族自治县")
        for body in ("人民代表大会常务委员会", "人大常委会")
        for said in ("受", "现受")
    ],
    "the rule of law in a place": [
        (f"{place}{when}{kind}\n来源：市司法局  发布时间：2024-03-25 09:12\n{place}深入推进依法行政，现将有关情况报告如下：\n一、主要举措和成效\n{TEXT}", {"issuer": f"{place}{rest}", "review": "2023"})
        for place, rest in (("青禾市", "人民政府"), ("青禾县", "人民政府"), ("青禾镇", "人民政府"), ("城关街道", "办事处"))
        for when in ("2023年度", "2023年")
        for kind in ("法治政府建设情况报告", "法治政府建设工作总结", "推进法治政府建设情况的报告", "依法行政工作报告", "法治政府建设年度报告", "推进依法行政建设法治政府工作情况报告")
    ],
    "what one council leaves to the next": [
        (
            f"青禾市{body}第三届理事会工作报告\n（2024年3月16日，第四次会员大会）\n会长：李望\n各位会员：\n受第三届理事会委托，我向大会报告工作。\n一、五年工作回顾（2019—2023年）\n五年来，{TEXT}{heading}\n会员达到400家。\n",
            {"issuer": f"青禾市{body}", "review": "2019/2023", "plan": plan},
        )
        for body in ("家具行业商会", "餐饮行业协会")
        for heading, plan in (
            ("二、对第四届理事会工作的建议（2024—2028年）", "2024/2028"), ("二、对新一届理事会工作的建议（2024-2028年）", "2024/2028"), ("二、2024年至2028年工作建议", "2024/2028"),
            ("二、今后五年（2024—2028年）工作建议", "2024/2028"), ("二、对下届理事会工作的建议", ""), ("二、几点体会", ""),
        )
    ],
    "half-way through a plan": [
        (
            f"青禾市“十四五”规划{kind}\n青禾市人民政府\n（2023年12月）\n我们对{first}至2023年规划实施情况进行了评估，形成本报告。\n一、主要目标完成情况\n{TEXT}三、{heading}\n到2025年，力争城镇化率达到63%。\n",
            {"review": "2021/2023", "plan": "2024/2025"},
        )
        for kind in ("纲要实施情况中期评估报告", "实施情况中期评估报告")
        for first in ("2021年",)
        for heading in ("2024—2025年推进规划实施的重点任务", "2024-2025年工作重点", "2024年至2025年主要举措", "“十四五”后两年工作思路", "规划后半程的任务（2024—2025年）", "推进2024—2025年规划实施的建议")
    ],
    "fields in brackets without a colon": [
        (
            f"{a}{key}{z}{gap}{body}    {a}{other}{z} 2023-12-11\n{a}公开范围{z} 面向社会\n\n2023年工作总结和2024年工作思路\n\n市府办：\n一、主要工作\n{TEXT}",
            {"title": "2023年工作总结和2024年工作思路", "issuer": body},
        )
        for a, z in ("[]", "【】")
        for key, other in (("发布机构", "生成日期"), ("发文机关", "成文日期"), ("公开主体", "发布日期"))
        for gap in (" ", "")
        for body in ("青禾县水利局", "青禾经济开发区管理委员会")
    ],
    "a name in Latin letters": [
        (f"{body}\n{latin}\n2022年度{kind}\n\n关于本报告\n时间范围：2022年1月1日至2022年12月31日。\n{TEXT}", {"title": f"{body}2022年度{kind}", "issuer": body, "review": "2022"})
        for body, latin in (("青禾农村商业银行股份有限公司", "QINGHE RURAL COMMERCIAL BANK CO., LTD."), ("青禾大学", "Qinghe University"), ("青禾水务集团有限公司", "Qinghe Water Group Co.,Ltd"))
        for kind in ("社会责任报告", "环境、社会和治理报告", "年度报告")
    ],
    "a period on a line of its own": [
        (f"{title}\n{body}\n{line}\n\n公司简介\n{TEXT}", {"title": title, "issuer": body, "review": review})
        for title, body in (("偿付能力季度报告摘要", "青禾人寿保险股份有限公司"), ("预算执行情况分析", "青禾县财政局"))
        for line, review in (("2023年第三季度", "2023-Q3"), ("（2023年上半年）", "2023-H1"), ("2023年1—9月", "2023-01/2023-09"), ("（2023年前三季度）", "2023-01/2023-09"), ("二〇二三年上半年", "2023-H1"), ("2021—2023年", "2021/2023"))
    ],
    "the digest of a report": [
        (f"{body}\n{latin}2023年{part}\n{digest}\n一、基本信息\n{TEXT}", {"title": f"{body}2023年{part}{digest}", "issuer": body, "review": review})
        for body in ("青禾人寿保险股份有限公司", "青禾财产保险有限公司")
        for latin in ("", "Qinghe Insurance\n")
        for part, review in (("第三季度", "2023-Q3"), ("上半年", "2023-H1"))
        for digest in ("偿付能力报告摘要", "偿付能力季度报告摘要", "社会责任报告摘要")
    ],
    "a council without its body": [
        (f"第{n}届{council}工作报告（2019—2023）\n——在{body}第四次会员大会上\n（2024年3月6日）\n会长 李望\n各位会员：\n我代表第{n}届{council}报告工作。\n一、五年工作回顾\n{TEXT}", {"issuer": body, "review": "2019/2023"})
        for n in "三六"
        for council in ("理事会", "委员会")
        for body in ("青禾县慈善总会", "青禾市餐饮行业协会")
    ],
    "a title sent on": [
        (f"发件人: 办公室\n{key} {mark}{body}2023年工作总结（定稿2）\n附件: {body}2023年工作总结.doc\n\n{body}2023年工作总结\n\n{TEXT}", {"title": f"{body}2023年工作总结", "issuer": body})
        for key in ("主题:", "主题：", "主　题：", "Subject:")
        for mark in ("转发：", "转：", "", "Fw: ", "答复：")
        for body in ("青禾县茶叶研究所", "青禾县水利局")
    ],
    "a title broken before what was done": [
        (f"内部资料 注意保存\n\n青禾县公安局2023年{part}\n{what}{joint}{ahead}\n\n县委政法委：\n现将情况报告如下：\n{TEXT}", {"title": f"青禾县公安局2023年{part}{what}{joint}{ahead}", "issuer": "青禾县公安局", "review": review})
        for part, review in (("前三季度", "2023-01/2023-09"), ("上半年", "2023-H1"))
        for what in ("工作情况", "工作开展情况", "工作成效", "工作进展", "工作总结")
        for joint in "和及"
        for ahead in ("下步打算", "下一步打算", "下步工作安排", "下阶段重点工作安排", "下一步举措")
    ],
    "the day of a session in brackets": [
        (f"{body}\n工作报告\n（2020年{day}{mark}{meeting}）\n李望\n各位委员：\n我代表{body}，向大会报告工作，请予审议。\n一、去年工作回顾\n{TEXT}二、今年工作部署\n今年要开展调研6次。\n", {"title": f"{body}工作报告", "review": "2019", "plan": "2020"})
        for body, meeting in (("政协青禾县第十届委员会常务委员会", "政协青禾县第十届委员会第四次会议"), ("青禾县人民法院", "青禾县第十届人民代表大会第四次会议"))
        for day in ("1月3日", "2月18日", "3月6日")
        for mark in ("", "，", " ")
    ],
    "a speech that sums up last year": [
        (f"在全市{what}工作会议上的讲话\n青禾市{body}局长  李望\n（2024年{day}日{note}）\n同志们：\n今天召开这次会议，主要任务是{sums}，部署今年任务。\n一、肯定成绩，坚定信心\n去年，{TEXT}三、突出重点，狠抓落实\n今年，要办好10件实事。\n", {"review": "2023", "plan": "2024"})
        for what, body in (("教育", "教育局"), ("水利", "水利局"))
        for day in ("1月23", "2月23", "3月5")
        for note in ("", "，根据录音整理", "，已经本人审阅")
        for sums in ("总结去年工作", "回顾总结去年工作", "总结上年工作")
    ],
    "a serial above its number": [
        (f"青禾县统计局\n{serial}\n{issue}\n\n1-10月份全县经济运行情况\n\n今年以来，全县经济持续恢复。\n{TEXT}", {"title": "1-10月份全县经济运行情况", "issuer": "青禾县统计局", "review": "2023-01/2023-10"})
        for serial in ("统计分析", "统计信息", "统计报告", "经济研究", "调研报告", "统计专报", "决策参考")
        for issue in ("2023年第27期", "（2023年第27期）")
    ],
    "a field beside who speaks": [
        (f"2023年第四季度工作总结\n{key}{body}{gap}{beside}\n{TEXT}", {"title": "2023年第四季度工作总结", "issuer": body, "review": "2023-Q4"})
        for key in ("单位：", "报告单位：", "汇报人：")
        for body in ("青禾县供销社", "青禾县水利局")
        for gap in ("　　", "    ")
        for beside in ("报送时间：2023年12月28日", "联系电话：86868686")
    ],
    "a town's account": [
        (f"{place}2024年1-5月工作{what}\n（2024年6月3日）\n{TEXT}", {"issuer": place, "review": "2024-01/2024-05"})
        for place in ("青禾镇", "青禾乡", "城关街道")
        for what in ("开展情况汇报", "情况报告", "完成情况的汇报", "推进情况汇报")
    ],
    "called for short by who speaks": [
        (f"工作报告\n——2022年12月8日在青禾{full}第十次会员代表大会上\n李某某\n各位代表：\n我受{short}第九届执行委员会委托，向大会报告工作。\n一、过去五年工作回顾（2018—2022年）\n{TEXT}", {"issuer": f"青禾{full}", "review": "2018/2022"})
        for full, short in (("县工商业联合会", "县工商联"), ("市工商业联合会", "市工商联"), ("县归国华侨联合会", "县侨联"), ("市文学艺术界联合会", "市文联"), ("县妇女联合会", "县妇联"), ("市残疾人联合会", "市残联"))
    ],
    "a congress behind a day": [
        (f"政府工作报告\n（{day}青禾{town}第二十届人民代表大会第三次会议{passed}）\n{head}　李望\n各位代表：\n我代表{town}人民政府作工作报告。\n一、2022年工作回顾\n{TEXT}二、2023年工作安排\n修路。\n", {"issuer": f"青禾{town}人民政府", "review": "2022", "plan": "2023"})
        for town, head in (("乡", "乡长"), ("镇", "镇长"), ("县", "县长"))
        for day in ("2023年1月6日", "二〇二三年一月六日")
        for passed in ("", "通过")
    ],
    "letters set apart round figures": [
        (f"- 1 -\n{' '.join(body)}\n{shown}\n{TEXT}", {"title": f"{body}{title}", "issuer": body, "review": "2021"})
        for body in ("青禾海关", "青禾县水利局", "青禾大学")
        for title, shown in (("2021年工作总结", "2021 年 工 作 总 结"), ("2021年工作总结", "2 0 2 1 年 工 作 总 结"), ("2021年工作总结", "2021年 工 作 总 结"), ("2021年度工作总结", "2021 年 度 工 作 总 结"))
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS_OF_HEADS)
def test_neighbours_of_a_head(kind: str):
    heads = KINDS_OF_HEADS[kind]
    assert len(heads) >= 6
    read = [({field: found[field] for field in wanted}, wanted) for text, wanted in heads if (found := seen(text))]
    assert [(found, wanted) for found, wanted in read if found != wanted] == []
