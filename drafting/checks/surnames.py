"""Names that are words or places first. One of them alone names nobody: 清水の保全, 大分減る, 大阪は, 未来は."""

from __future__ import annotations

_PREFECTURES = (
    "青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 "
    "奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄"
)
_CITIES = (
    "豊中 池田 吹田 茨木 高槻 箕面 枚方 豊能 摂津 伊丹 川西 尼崎 西宮 芦屋 神戸 姫路 札幌 仙台 横浜 川崎 名古屋 浜松 松本 町田 市川 船橋 柏原 大津 高松 松山 松江 "
    "米子 倉敷 福山 小倉 別府 目黒 渋谷 新宿 中野 上野 品川 板橋 練馬 足立 荒川 三田 上田 長岡 小松 大宮 浦和 所沢 三好 有馬 富士 赤穂 宝塚 和泉 岸和田 泉"
)
_WORDS = (
    "水田 平野 清水 川上 川下 市場 大橋 石橋 新田 山林 竹林 松林 小川 入江 川口 出口 入口 戸口 田畑 中央 大門 大家 国府 国分 公文 春日 東海 南部 北部 東部 西部 中部 町村 市村 "
    "上下 左右 前後 内外 今後 野原 森林 土地 井戸 上流 下流 本町 新町 仲間 家内 大人 若者 高校 関係 山中 道中 朝日 旭 安全 宝 大和 平和 高原 中原 海原 河原 砂川 神田 水上 中道 大道 田代 井口 日向 新居"
)
COMMON_SURNAMES = frozenset(f"{_PREFECTURES} {_CITIES} {_WORDS}".split())
# Given names that are words. One of them needs a title or its surname to name anybody.
COMMON_GIVEN = frozenset(
    "平和 未来 希望 真理 友愛 大地 大樹 公平 公正 誠実 健康 正義 真実 千里 千秋 千歳 千代 弥生 青葉 若葉 五月 飛鳥 大和 武蔵 勇気 勝利 幸福 早苗 泰平 光明 文化 天地 自然 自由 一本 一番 一生 春日 紅葉 "
    "利子 里子 養子 帽子 様子 調子 金子 種子 女子 男子 因子 原子 電子 単子 中一 小一 高一 統一 唯一 単一 均一 第一 専一 和歌 明日 今日 先人 真心 優秀 優美 純正 純真 忠実 仁義 礼節 英知 "
    "三月 四月 七月 初夏 千夏 小春 日和 美空 大空 夕日 朝日 日向 星空 和音 音色 舞台 桜花 花火 花見 美化 美観 有人 公人 法人 文人 達人 主人 成人 住人 役人 友人 知人 求人 代理 管理 整理 心理 料理 道理".split()
)
# A name that is not parted on the roll gives guesses. These are none: 子 of 田中子 would make a name of お子さん.
NEVER_NAMES = frozenset("子 人 方 者 客 父 母 娘 神 仏 親 嫁 婿 姉 兄 弟 妹 孫 祖 員 長 生 先 上 下 皆 々".split())
# Three letters that are one surname, not one of two letters with a given name of one.
THREE_LETTERS = frozenset(
    "佐々木 五十嵐 長谷川 大久保 小笠原 久保田 小野寺 宇都宮 佐久間 日比野 大河内 二階堂 東海林 波多野 長谷部 小野田 小野塚 加賀谷 小早川 宇佐美 宇田川 喜多川 小田切 小田島 小松崎 小山田 三田村 曽我部 "
    "大和田 大河原 大曽根 竹之内 木之下 谷田部 矢田部 野々村 野々山 羽生田 八重樫 日下部 御手洗 百々瀬 山之内 与那覇 与那嶺 安孫子 我孫子 阿久津 阿久根 伊集院 海老名 海老原 北大路 西大路 喜屋武 "
    "河野辺 高見沢 多田野 津久井 等々力 仲宗根 中曽根 中津川 八木橋 美濃部 神奈川 長久保 小久保 東久世 三ツ井 和久井 宮之原 目加田 小比賀 伊佐山 佐々岡 瀬戸口 大野木 猪飼野".split()
)
# Letters that say which member, not who: 本委員, 前会長, 平委員, 市議員.
NO_NAME = frozenset("本前元新旧全各現同当平市副正両名総町村県府国区会理次初主他我貴多諸大小中高内外間陣数")
