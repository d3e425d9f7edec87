"""The editions of a draft: what each prints, adds and leaves out. Pure.

[作業] the secretariat's own working copy · [庁内] inside the city hall, with the evidence as
comments · [照会] for the members, to be corrected in Word · [確定] for the mayor.
`edition` says which there are; a plain build needs no more of this room than that.
"""
