"""Does what stands before a number say whose part it is: this report's, or that of a plan, a law, another report?"""

from __future__ import annotations

from drafting.patterns import lazy_pattern

_REPORTS = "答申|提言書|報告書|意見書|建議書?|要望書"
_BODIES = "(?:委員会|審議会|協議会|会議|懇[話談]会|検討会)"
_PAPERS = f"{_REPORTS}|計画|戦略|大綱|方針|プラン|ビジョン|骨子|素案|原案|ガイドライン|指針|憲章|白書|手引|マニュアル|仕様書|協定|(?<![方手用文技話])法|条例|規則|規程|要綱|要領|告示|通知"
_WHERE = "(?:では?|においては?|には?|は)?[、,]?"
OURS = lazy_pattern(f"(?:(?:本|この|当|今回の)(?:{_REPORTS})の?{_WHERE}|(?:前述|先述|上述|既述|後述|先に述べた|上記)の?)$")
OUR_BODY = lazy_pattern(f"(?:本|この|当){_BODIES}の$")
# 提言7 behind these is another report's: 前回の答申の, 若者会議の, 昨年度の答申で示した
OTHER_REPORT = lazy_pattern(
    f"(?<!本)(?<!この)(?<!当)(?<!今回の)(?:(?:{_REPORTS}|計画|戦略|[審協]議会|会議|委員会|団体?)(?:[（(][^（()）]*[）)])?|前回|前期|以前|過去|年度)の$"
    f"|(?<!本)(?<!この)(?<!当)(?<!今回の)(?:{_REPORTS})(?:の中)?(?:で|に|において|が)[、,]?(?:示|述べ|掲げ|挙げ|行|出)[^、。]{{1,4}}$"
)
PAPER = lazy_pattern(f"(?<!本)(?<!この)(?<!当)(?<!今回の)(?:{_PAPERS})")
# In these words: 広域計画において、図9のとおり
IN_PAPER = lazy_pattern(f"(?<!本)(?<!この)(?<!当)(?<!今回の)(?:{_PAPERS})(?:において|で|に|によ(?:ると|れば))は?[、,]?[^、。]*$")
NAMED = lazy_pattern("[のァ-ヶー一-鿿々）)」』A-Za-z0-9０-９]$")  # something that the number belongs to stands right before
