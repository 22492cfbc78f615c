"""A linear-chain conditional random field (Lafferty et al. 2001) over the words of blocks."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.reading.labels import FORBIDDEN, allowed_transitions


class ConditionalRandomField(nn.Module):
    """Learns how tags follow one another; what the scheme forbids stays forbidden."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.tags = tags
        self.transitions = nn.Parameter(torch.zeros(tags + 1, tags + 1))
        forbidden = torch.from_numpy(~allowed_transitions()).float() * FORBIDDEN
        self.register_buffer("forbidden", forbidden)

    def scores(self) -> Tensor:
        """float [tags + 1, tags + 1]: the row's tag before the column's; the last is the border."""
        return self.transitions + self.get_buffer("forbidden")

    def loss(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood summed over sequences.

        ``emissions`` float [sequences, words, tags]; ``tags`` int64 [sequences, words];
        ``lengths`` int64 [sequences], at least 1.
        """
        scores = self.scores()
        inner, first, last = scores[:-1, :-1], scores[-1, :-1], scores[:-1, -1]
        words = emissions.shape[1]
        at = torch.arange(words, device=emissions.device)
        real = at[None, :] < lengths[:, None]
        gold = (emissions.gather(2, tags[..., None]).squeeze(2) * real).sum()
        gold = gold + first[tags[:, 0]].sum()
        gold = gold + (inner[tags[:, :-1], tags[:, 1:]] * real[:, 1:]).sum()
        ends = tags.gather(1, (lengths - 1)[:, None]).squeeze(1)
        gold = gold + last[ends].sum()
        forward = first + emissions[:, 0]
        for word in range(1, words):
            step = torch.logsumexp(forward[:, :, None] + inner, dim=1) + emissions[:, word]
            forward = torch.where(real[:, word, None], step, forward)
        return torch.logsumexp(forward + last, dim=1).sum() - gold
