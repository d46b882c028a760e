"""What things are counted in, for a note that names several units: 单位：所、人; 亩、万株. Blanks
are taken out before these run."""

from __future__ import annotations

import regex

PERSONS = regex.compile(
    r"(?:^[男女]|(?:学|新|考|毕业|在校|招|在读|研究|住校|寄宿|留学|困难|毕)生|教师|教职工|职工|人员|人口|人数|从业者|员工|医师|医生|护士|党员|干部|居民"
    r"|农民|劳动力|招生|在校|毕业|参保|就业|患者|游客|劳动者|对象|儿童|老人|老年人|残疾人|子女|聘用|编制|(?<![减增裁超满复]|(?<!运)动)员)"
    r"(?:总?[人]?数|总量)?(?:男|女|[合小总]?计)?(?:性|生)?$"
    r"|^(?:死亡|受伤|伤亡|重伤|轻伤|失踪)(?:失踪)?$"
)
# 人次, by what men do and not by who they are
TIMES = regex.compile(r"人次|(?:诊疗|门诊|急诊|就诊|接待|流通|客运|到馆|培训)(?:量|数|游客)?$")
HOUSEHOLDS = regex.compile(r"(?:(?<!账)户|户总?数)$")
# how long something goes on: 可支付月数, 平均住院日
TIME = regex.compile(r"(?:[年月日天周]数|[天日]|时[间长]|小时|年限|期限|工期|周期|寿命|年龄)$")
MONEY = regex.compile(
    r"(?:[税金额费款]|费用|税收|产值|价值|货值|增加值|收入|支出|投资|融资|利润|营收|工资|薪酬|补[贴助]|赔付|资产|负债|余额|成本|价格"
    r"|资本|保[费额]|码洋|利息|贴息|分红|红利|资金(?:使用|支付|到位|拨付|安排|投入)|结余|赤字|债务|收益|报酬|[原净现残]值)(?:总额|合计)?$"
)
AREA = regex.compile(
    r"(?:面积|造林|育林|林修复|绿化|种植|播种|耕地|林地|草地|农田|用地|复垦|抚育)(?:合计|小计|任务)?$"
)
# the units of a note by name, and what is counted in them
COUNTED_IN = (
    (("株", "棵"), regex.compile(r"植树|苗木|栽植|育苗|树木|零星")),
    (("头", "匹"), regex.compile(r"猪|牛|牲畜|马(?!力)|驴|骡")),
    (("只", "羽"), regex.compile(r"羊|禽|鸡|鸭|鹅|兔")),
    (("公里", "千米"), regex.compile(r"里程|公路|道路|管[网线]|线路|铁路|河道|渠|堤")),
    (("枚", "块"), regex.compile(r"[金银铜奖]牌(?:数|总数)?$")),
    (("床位", "张"), regex.compile(r"床位?数?$|病床")),
    (("辆", "台"), regex.compile(r"车(?:辆|数|保有量|产量)?$|车$")),
    (
        ("台", "架"),
        regex.compile(r"(?<![司危时])机(?:具|械|组|器|床)?(?:总?数)?$|设备(?:数|总数)?$"),
    ),
    (("所", "个", "家"), regex.compile(r"(?:学校|校|园|机构|单位|企业|医院|网点)数?$")),
    (("班", "个"), regex.compile(r"班(?:级|数|级数)?$")),
    (
        ("件", "起", "宗"),
        regex.compile(
            r"案件|专利|商标|著作权|(?:受理|审结|结案|立案|申请|授权|发生)(?:量|数)?$|事故|火灾"
        ),
    ),
    (("套", "户"), regex.compile(r"住房|房源|套数|保障房|安置房")),
    (("千瓦", "瓦"), regex.compile(r"(?:动力|功率|装机(?:容量)?)(?:合计)?$")),
    (("千瓦时", "度"), regex.compile(r"电量|用电|发电|电力")),
    (("标准煤", "吨标准煤", "吨标煤"), regex.compile(r"能源|能耗|标煤|标准煤")),
    (("立方米", "方"), regex.compile(r"水量|用水|供水|天然气|用气|供气|蓄水|木材|库容|燃气")),
    (("吨", "公斤", "千克"), regex.compile(r"水量|处理量|垃圾|污泥|产量|煤|油|肥|货运量|排放量|粮食|吞吐量|钢|水泥")),
    (
        ("毫克/升", "微克/升", "毫克/立方米", "微克/立方米"),
        regex.compile(r"浓度|COD|BOD|化学需氧量|氨氮|总[磷氮]|悬浮物|PM|SO|NO|臭氧|颗粒物"),
    ),
    (("平方米",), regex.compile(r"建筑|房屋|住宅|商品房|校舍|面积")),
)
# a share that says at most of which body: 占全县比重, 占总数的%, 占比
BARE_SHARE = regex.compile(
    r"(?:占(?:全[省市县区国州行系][业统]?|本[省市县区州]|总[数量额计]|合计|总体|全部)?的?)?(?:比重|占比|比例|份额|构成|比)?"
)
# how a column that adds up others ends: 奖牌小计
TOTAL_LAST = regex.compile(r"(?<=\p{Han}{2})[合小总共]计$")
# what was done by then, though no word for a result says it: 已参保, 已播面积
DONE_BY_THEN = regex.compile(r"(?<!\p{Han}前)已(?=\p{Han})(?![故婚知有])")
# what may be a ratio, where the note of the table has % : 收获进度, 存贷比
RATIO_LIKE = regex.compile(
    r"(?:进度|程度|(?<![同环对相类]|性别|生师|师生|床护|医护|流动|速动|收入)比)$"
)
# a mean by whom it is of: 人均时长, 户均面积
MEAN = regex.compile(r"^(?:人|户|村|亩|次|班|校|家|台|车|日|月|平)均(?=\p{Han})")
# what is so many to one, though the note of the table has %
SO_MANY_TO_ONE = regex.compile(r"(?:性别|生师|师生|床护|医护|流动|速动|收入)比$")
# what is counted, and not a sum of money where a note has both: 企业数, 学校
THINGS = regex.compile(r"(?:数|量|辆|车|企业|(?<!行政|事业)单位|机构|学校|医院|项目|(?<!账)户)$")
# a count whose name says its unit
COUNT = regex.compile(
    r"(?P<unit>人次|场次|批次|人|户|家|个|件|笔|套|辆|起|宗|台|次|头|只|册|例|艘|架|张|所|项|栋|幢|间|亩|篇)数(?:量|[合小总]?计)?$"
    r"|(?P<unit>[人台架车班场例件批户艘轮]次|床日)(?:总?数|总?量|[合小总]?计)?$"
    r"|(?<=[亡伤])(?P<unit>人)(?:[合小总]?计)?$"
)
# persons counted, and not only named
COUNT_NAME = regex.compile(r"(?:数|口|次|床日|量)(?:[合小总]?计|男|女)?$|^[男女]性?$")
# and one whose name does not
COUNT_ALONE = regex.compile(
    r"(?:企业|单位|机构|学校|村|社区|医院|园区|项目|合同|班级?|床位|用户|车辆|网点|岗位|团体|组织|工单|指标)数(?:量)?$"
)
# what is given for them, beside a column of their units
SCORE = regex.compile(
    r"\p{Han}{0,8}(?:得分|分值|评分|扣分|加分|减分|积分|满分|总分|均分|分数线?)值?"
)
SCORE_LAST = regex.compile(r"(?<=\p{Han}{2})(?:得分|分值|评分)$")
# what things are reckoned with, beside a column of their units
WEIGHT = regex.compile(
    r"(?:折标|折算|换算|折合|权重|折标准煤)(?:系数)?$|系数$|(?<=价格|产量|定基|环比|同比)指数$"
)
