"""The network: an encoder over a window, a detector of triggers, and a judge that looks at one trigger at a time.

words, found = Scout(...)(ids, shape, first); tokens, whole = Judge(...)(seen, trigger, valid)
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from dragoman.learned.decode import TOKEN_PARTS, WHOLE_PARTS
from dragoman.learned.labels import AFTER, BEFORE

WIDTH, HEADS, INNER, EPS = 384, 12, 1536, 1e-12
NARROW = 128
SPAN = BEFORE + 1 + AFTER


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPS)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPS)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            # the program reads one window at a time: nothing to mask
            a = torch.softmax((q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2), -1) @ v
        else:
            a = F.scaled_dot_product_attention(q, k, v, bias)
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Scout(nn.Module):
    """Reads a window once: what each word means here, and whether it names an act."""

    def __init__(self, vocabulary: int, layers: int = 6, drop: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH, padding_idx=0)
        self.place = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(6, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPS)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))
        self.mix = nn.Parameter(torch.tensor([0.0] * (layers - 1) + [2.0]))
        self.narrow = nn.Sequential(nn.Linear(WIDTH, NARROW), nn.LayerNorm(NARROW))
        self.detect = nn.Sequential(nn.Linear(WIDTH, 256), nn.GELU(), nn.Dropout(drop), nn.Linear(256, 2))
        nn.init.zeros_(self.shape.weight)

    def forward(self, ids: Tensor, shape: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        bias = (ids == 0).float()[:, None, None, :] * -10000.0
        places = self.place.weight[: ids.shape[1]]
        x = self.drop(self.norm(self.word(ids) + self.shape(shape) + places))
        kept = []
        for layer in self.layers:
            x = layer(x, bias)
            kept.append(x)
        weight = torch.softmax(self.mix, 0)
        x = sum(w * k for w, k in zip(weight, kept, strict=True))
        words = torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))
        return self.narrow(words), self.detect(words)


class Judge(nn.Module):
    """Looks at one trigger and the words around it: clause, roles, date, source; act, polarity, modality."""

    def __init__(self, layers: int = 2, drop: float = 0.1) -> None:
        super().__init__()
        self.film = nn.Linear(NARROW, 2 * NARROW)
        self.place = nn.Parameter(torch.randn(SPAN, NARROW) * 0.02)
        self.flag = nn.Parameter(torch.randn(NARROW) * 0.02)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(NARROW, 4, 2 * NARROW, drop, F.gelu, batch_first=True, norm_first=True)
            for _ in range(layers)
        )
        self.norm = nn.LayerNorm(NARROW)
        self.tokens = nn.Linear(NARROW, sum(TOKEN_PARTS))
        self.pool = nn.Linear(NARROW, 2)
        self.whole = nn.Sequential(
            nn.Linear(4 * NARROW, 256), nn.GELU(), nn.Dropout(drop), nn.Linear(256, sum(WHOLE_PARTS))
        )

    def forward(self, seen: Tensor, trigger: Tensor, valid: Tensor) -> tuple[Tensor, Tensor]:
        share = (trigger / trigger.sum(1, keepdim=True).clamp(min=1))[:, None, :]
        core = (share @ seen).squeeze(1)
        gain, shift = self.film(core)[:, None, :].chunk(2, -1)
        x = self.drop(seen * (1 + gain) + shift + self.place + trigger[:, :, None] * self.flag)
        bias = (1 - valid)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = attend(layer, x, bias)
        x = self.norm(x)
        pooled = torch.softmax(self.pool(x).transpose(1, 2) + bias[:, 0], -1) @ x
        whole = torch.cat([core, (share @ x).squeeze(1), pooled.flatten(1)], -1)
        return self.tokens(x), self.whole(whole)


def attend(layer: nn.TransformerEncoderLayer, x: Tensor, bias: Tensor) -> Tensor:
    """A layer spelled out, so that it exports plainly."""
    y = layer.norm1(x)
    b, n, w = y.shape
    heads = 4
    inner = F.linear(y, layer.self_attn.in_proj_weight, layer.self_attn.in_proj_bias)
    q, k, v = inner.view(b, n, 3, heads, w // heads).permute(2, 0, 3, 1, 4).unbind(0)
    if torch.onnx.is_in_onnx_export():
        a = torch.softmax(q @ k.transpose(-1, -2) * (w // heads) ** -0.5 + bias, -1) @ v
    else:
        a = F.scaled_dot_product_attention(q, k, v, bias)
    x = x + layer.dropout1(layer.self_attn.out_proj(a.transpose(1, 2).reshape(b, n, w)))
    return x + layer.dropout2(layer.linear2(F.gelu(layer.linear1(layer.norm2(x)))))


def gather(words: Tensor, where: Tensor, at: Tensor) -> tuple[Tensor, Tensor]:
    """The words around each trigger: (window, first word of it) -> SPAN vectors and which of them exist."""
    index = at[:, None] - BEFORE + torch.arange(SPAN)
    return words[where[:, None], index.clamp(0, words.shape[1] - 1)], index


def start_from(scout: Scout, weights: Path, rows: Sequence[int], layers: Sequence[int]) -> None:
    """The encoder as the package carries it; only the vocabulary rows and layers asked for."""
    got = {name.removeprefix("bert."): value for name, value in load_file(weights).items()}
    with torch.no_grad():
        scout.word.weight.copy_(got["embeddings.word_embeddings.weight"][list(rows)])
        scout.place.weight.copy_(
            got["embeddings.position_embeddings.weight"] + got["embeddings.token_type_embeddings.weight"][0]
        )
        scout.norm.weight.copy_(got["embeddings.LayerNorm.weight"])
        scout.norm.bias.copy_(got["embeddings.LayerNorm.bias"])
        for layer, number in zip(scout.layers, layers, strict=True):
            p = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [got[f"{p}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                getattr(layer.out, kind).copy_(got[f"{p}attention.output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(got[f"{p}attention.output.LayerNorm.{kind}"])
                getattr(layer.up, kind).copy_(got[f"{p}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(got[f"{p}output.dense.{kind}"])
                getattr(layer.norm2, kind).copy_(got[f"{p}output.LayerNorm.{kind}"])
