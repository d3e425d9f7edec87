"""The words for roles, offices, departments and where members come from, as lists of people have them."""

from __future__ import annotations

import re

ROLES = (
    "教育長職務代理者?|副委員長|委員長職務代理者?|委員長代理|委員長|副会長|会長職務代理者?|会長代理|会長|副座長|座長代理|座長|副議長|議長代理|議長"
    "|副部会長|部会長代理|部会長|副分科会長|分科会長|職務代理者?|臨時委員|専門委員|特別委員|委員|議員|構成員|部会員|評議員|アドバイザー"
)
ROLE = re.compile(f"(?:{ROLES})(?:[(（](?:{ROLES})[)）])?")
UNITS = "部|課|室|局|係|センター|グループ|班|所|館|園|院|校|チーム|担当|支所|事務局|出張所|推進室|署"
HEADS = {"部長": "部", "課長": "課", "局長": "局", "室長": "室", "係長": "係", "センター長": "センター", "グループ長": "グループ",
          "班長": "班", "所長": "所", "館長": "館", "園長": "園", "チーム長": "チーム", "グループリーダー": "グループ", "院長": "院",
          "署長": "署", "校長": "校", "支所長": "支所"}  # fmt: skip
PLAIN = (
    "政策監|理事|参事|次長|主幹|主査|主任|主事|技師|技監|書記|補佐|職員|専門員|支援員|専門官|指導主事|保健師|管理監|調整監|リーダー"
    "|主任主事|主任技師|副主幹|副主査|副参事|課員|係員|室員|スタッフ|会計年度任用職員|事務員|推進監|統括監|企画監|副課長|副部長|副室長"
    "|副局長|副所長|主席主査|専門監|相談員|嘱託員|司書|学芸員|建築主事|課長代理|部長代理|室長代理|係長代理|課長補佐|室長補佐|部長補佐|局長補佐"
    "|所長補佐|館長補佐|副市長|市長|副町長|町長|教育次長|教育長|栄養教諭|養護教諭|教諭|栄養士|保育士|看護師|副区長|区長|会計管理者|事務局長|事務局次長|事務長|看護師長|消防長|管理者"
)
_GRADES = "(?:副|総括|統括|担当|専門|上席|上級|主任|主席|首席|政策)?"
TITLE = re.compile(f"(.*?)({_GRADES}(?:{'|'.join(sorted([*HEADS, *PLAIN.split('|')], key=len, reverse=True))}))$")
DEPARTMENT = re.compile(f".+(?:{UNITS})$|(?:事務局|教育委員会|庁内|.+委員会(?:事務局)?)$")
# Surnames that end as departments do.
SURNAMES = re.compile(".[所館園院班]|[黒綿阿服渡岡磯矢安園建刑綾田山林杉沢塚卜犬海]部|(?:長谷|日下|谷田|矢田|八田|曽我|久田|小田|久保|長曽我|忍海|河曲)部")
# How names of departments begin: 「山田企画課長」 is 山田 of 企画課, 「企画課長」 nobody's name.
DEPARTMENT_STARTS = re.compile(
    "企画|総務|財政|財務|政策|市民|町民|区民|住民|福祉|健康|環境|都市|建設|教育|産業|経済|情報|デジタル|行政|行革|行財政|人事|職員|税|会計"
    "|水道|上下水道|下水道|消防|危機|防災|子ども|こども|子育て|生活|保険|国保|国民|地域|文化|生涯|学校|農|林業|水産|商工|観光|土木|建築|住宅"
    "|公園|交通|契約|管財|資産|秘書|広報|監査|議会|選挙|介護|高齢|障害|障がい|保育|保健|医療|病院|スポーツ|図書|学芸|公民|博物|美術|道路|河川|緑|景観"
    "|まち|みどり|くらし|いのち|人権|男女|協働|戸籍|窓口|年金|納税|収税|課税|資源|廃棄物|清掃|ごみ|循環|施設|公共|用地|開発|区画|営繕|技術|検査|管理"
    "|奉仕|庶務|法務|文書|統計|調整|推進|経営|戦略|未来|魅力|シティ|ＤＸ|DX|ＩＣＴ|ICT|IT|共生|多文化|国際|平和|コミュニティ|青少年|児童|幼児|給食|指導"
    "|社会|援護|財産|資材|用度|統括|生産|流通|畜産|耕地|治水|防犯|市場|発達|療育|相談|権利|家庭|母子|予防|感染|衛生|動物|大気|水質|気候|事務|経理|出張|検討|改革|協働|多世代|次世代|若者|女性|公営|選管|地方|空港|港湾|自治|安全|安心|業務|看護|薬剤|診療|医事|救急|外来|料金|工務|浄水|給水|出納|会議|支援|デザイン|イノベ|脱炭素|ゼロ|移住|定住|雇用|労働|食|計画|施策|事業|整備"
)
BODY = re.compile(
    "大学|学部|学院|研究所|研究科|教授|講師|協会|連合会|連盟|会社|㈱|組合|団体|法人|ＮＰＯ|NPO|弁護士|税理士|会計士|司法書士|社労士|社会保険労務士|行政書士"
    "|建築士|医師|[^ \u3000]{3,}(?<!委員)会$|学識|有識者|公募|市民代表|市民委員|代表$|協議会|商工会|会議所|銀行|支店|病院|自治会|町内会|連合|振興会|ＰＴＡ|PTA|クラブ|審議官|学校$|校長"
    "|園長|理事長|社長|取締役|事務局長$|専務|常務|監事|本部長|民生委員|児童委員|市議会|議会$|経験者|^[0-9０-９一二三]+号委員?$|ハローワーク|警察|消防団|社協|会会長|ボランティア"
    "|被保険者|公益|保険医|利用者|関係者|事業者|労働者|使用者|保護者|住民$|在住|在勤|^市民$|(?:総務|法務|外務|財務|文部科学|厚生労働|農林水産|経済産業|国土交通|環境|防衛)省|(?:家庭|消防|警察|気象|文化|観光|農政|県|道|府|都)庁$|(?:運輸|整備|労働|振興|農政|経済産業)(?:支)?局$|行政機関|関係行政|関係団体|株式|有限|財団|社団|ユニオン|労組|放送|新聞"
)


def split_title(text: str) -> tuple[str, str, str]:
    """Name, title and department in one word: 「山田企画課長」 → ("山田", "課長", "企画課"); ("…", "", "") without a title."""
    match = TITLE.fullmatch(text)
    if not match:
        return text, "", ""
    stem, title = match[1], match[2]
    if re.fullmatch("同[課室部局係]?", stem):
        return "", title, "同"
    start = next((m.start() for m in DEPARTMENT_STARTS.finditer(stem)), None)
    unit = HEADS.get(title) or next((HEADS[head] for head in HEADS if title.startswith(head)), "")
    if not stem or start is None:
        if re.search(f"(?:{UNITS})$", stem) and len(stem) > 2:
            return "", title, stem
        return (stem, title, "") if len(stem) <= 6 else ("", title, stem + ("" if re.search(f"(?:{UNITS})$", stem) else unit))
    if start > 5:
        start = 0
    name, department = stem[:start], stem[start:]
    if re.search("(?:部|課|室|局|係|センター|グループ|班|支所|担当|チーム)$", department) or (unit and department.endswith(unit)):
        return name, title, department
    # 総括主幹 and the like have no unit: what stands before them belongs to the title.
    return (name, title, department + unit) if unit else (name, department + title, "")
