"""What follows from many records: where parties stand, differ and contradict each other."""

from onrecord.compare.claims import Claim
from onrecord.compare.contradictions import Contradiction, concerning, contradictions
from onrecord.compare.differences import Difference, PairVerdict, differences
from onrecord.compare.matrix import Matrix, MatrixRow, matrix
from onrecord.compare.parties import Parties, Party
from onrecord.compare.standing import Held, Standing, positions_of, standing
from onrecord.compare.steps import Step
from onrecord.compare.tree import IssueTree, KnownIssue, PlainIssue
from onrecord.compare.verdicts import Verdict, verdict

__all__ = [
    "Claim",
    "Contradiction",
    "Difference",
    "Held",
    "IssueTree",
    "KnownIssue",
    "Matrix",
    "MatrixRow",
    "PairVerdict",
    "Parties",
    "Party",
    "PlainIssue",
    "Standing",
    "Step",
    "Verdict",
    "concerning",
    "contradictions",
    "differences",
    "matrix",
    "positions_of",
    "standing",
    "verdict",
]
