"""What stands over the columns of a table that say which row it is: names, kinds, traits, codes."""

from __future__ import annotations

import regex

# rows of these are what is measured; rows of others are what it is measured of
INDICATOR_ROWS = regex.compile(
    r".*(?:指标|项目(?!名称|类[别型]|单位)|科目|内容|事项|年份|收入|支出|任务|数据|栏目).*|"
)
# rows of these are the kinds, causes, ways of one thing: 起火原因, 五级分类, 投诉类型
KIND_HEAD = regex.compile(
    r"\p{Han}{0,6}(?:原因|类型|类别|分类|种类|形式|方式|性质|等级|档次|用途|来源|去向|渠道|途径)"
)
CODE_HEAD = regex.compile(
    r"(?:科目|功能|支出|收入|预算|经济|政府|部门|分类|项目)*(?:编\s*码|代\s*码)|类\s*款\s*项"
)
# what heads a column that names each row by itself, and one that says of what kind each is
NAME_HEAD = regex.compile(
    r"名\s*称|企\s*业|公\s*司|项\s*目|学\s*校|机\s*构|医\s*院|银\s*行|姓\s*名|单\s*位|部\s*门"
)
TRAIT_HEAD = regex.compile(
    r"^(?:所属|所在|隶属|主管|归口|行业|属地|级别|等级|层级|规模|类\s*[型别]|性\s*质|登记注册|经济类型|办学|学段|县\s*区|地\s*区|区\s*域"
    r"|乡镇|项目类[型别]|企业类[型别]|(?:项目|课题|技术|企业)?(?:负责人|主持人|联系人|法定代表人|责任人)"
    r"|(?:承担|承办|申报|依托|推荐|参与|协作|牵头|建设|实施|施工)(?:单位|部门|机构))"
)
# a count that does not say of what: 当选人数, 新增户数
COUNT_ALONE = regex.compile(
    r"(?:当选|录取|录用|入选|获奖|参加|新增|计划|实有|实际|在岗|在册|持证|受理|办结|办理|发放|通过)(?:人|户|件|家|个)数$"
)
# and nothing else: 人数
BARE_COUNT = regex.compile(r"总?(?:人|户|件|家|个)数")
# by what the rows of a class are told apart, and not what they are of: 性别 | 男, 女
SORT_ALONE = regex.compile(
    r"按?(?:性别|年龄(?:段|组|结构)?|学历|文化程度|教育程度|职称|民族|[界类级层]别|党派|政治面貌"
    r"|职业|职务|城乡|户籍|层次|结构|类型|来源|其他|其它)(?:分|构成|结构)?"
)
# both ways of trade, and one
BOTH_WAYS = regex.compile(r"进出口")
ONE_WAY = regex.compile(r"出口|进口")
