"""Logistic regression with a ridge penalty, and how well scores order labels: what the fitting scripts share."""

from __future__ import annotations

import numpy as np


def fit(
    x: np.ndarray, y: np.ndarray, ridge: float, shares: np.ndarray | None = None, prior: np.ndarray | None = None
) -> np.ndarray:
    """Fit by Newton's method; the last weight is the bias, unpenalised.

    Args:
        x: features, of shape (rows, features).
        y: labels, of shape (rows,).
        ridge: the penalty on squared weights.
        shares: how much each row counts; 1 by default.
        prior: the weights the penalty draws towards; 0 by default.
    """
    x = np.hstack([x, np.ones((len(x), 1))])
    shares = np.ones(len(x)) if shares is None else shares
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 0
    weights = np.zeros(x.shape[1])
    aim = weights.copy() if prior is None else np.append(prior, 0.0)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (shares * (p - y)) + penalty * (weights - aim)
        hessian = (x * (shares * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def predict(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1]))))


def area_under_curve(y: np.ndarray, p: np.ndarray) -> float:
    """Return the share of pairs in which the positive row scores higher, ties counted half."""
    _, inverse, counts = np.unique(p, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positive = int(y.sum())
    return float((ranks[y.astype(bool)].sum() - positive * (positive + 1) / 2) / (positive * (len(y) - positive)))
