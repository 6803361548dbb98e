//! The ring of an area: closed, simple, counterclockwise.

use crate::answer::Position;

/// Makes the ring of an area of points that go round it, in either sense, closed or not; none when they do not go round
/// anything, or when the ring crosses or touches itself.
pub(super) fn ring(mut points: Vec<Position>) -> Option<Vec<Position>> {
    points.dedup();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    let doubled = doubled_area(&points);
    if points.len() < 3 || doubled == 0 || !is_simple(&points) {
        return None;
    }
    if doubled < 0
        && let Some(after_first) = points.get_mut(1..)
    {
        after_first.reverse();
    }
    points.extend(points.first().copied());
    Some(points)
}

/// Twice the area that the points go round, negative when they turn clockwise.
fn doubled_area(points: &[Position]) -> i128 {
    let cross = |(a, b): (&Position, &Position)| {
        i128::from(a.longitude()) * i128::from(b.latitude())
            - i128::from(b.longitude()) * i128::from(a.latitude())
    };
    sides(points).map(cross).sum()
}

fn sides(points: &[Position]) -> impl Iterator<Item = (&Position, &Position)> {
    points.iter().zip(points.iter().cycle().skip(1))
}

/// Says whether no two sides meet but at the point that neighbours share.
fn is_simple(points: &[Position]) -> bool {
    let sides: Vec<_> = sides(points).collect();
    let last = sides.len() - 1;
    for (i, one) in sides.iter().enumerate() {
        for (j, other) in sides.iter().enumerate().skip(i + 1) {
            let met = match (j == i + 1, i == 0 && j == last) {
                (true, _) => folds_back(*one, *other),
                (_, true) => folds_back(*other, *one),
                _ => meet(*one, *other),
            };
            if met {
                return false;
            }
        }
    }
    true
}

type Side<'a> = (&'a Position, &'a Position);

/// Where a point stands from a side: on its left, on its right, or on its line.
fn turn(from: &Position, to: &Position, point: &Position) -> i64 {
    let (x, y) = vector(from, to);
    let (u, v) = vector(from, point);
    (x * v - y * u).signum()
}

fn vector(from: &Position, to: &Position) -> (i64, i64) {
    (
        i64::from(to.longitude()) - i64::from(from.longitude()),
        i64::from(to.latitude()) - i64::from(from.latitude()),
    )
}

/// Two neighbours that lie on one another.
fn folds_back(one: Side<'_>, next: Side<'_>) -> bool {
    let (x, y) = vector(one.0, one.1);
    let (u, v) = vector(next.0, next.1);
    x * v - y * u == 0 && x * u + y * v < 0
}

fn meet(one: Side<'_>, other: Side<'_>) -> bool {
    let turns = [
        turn(one.0, one.1, other.0),
        turn(one.0, one.1, other.1),
        turn(other.0, other.1, one.0),
        turn(other.0, other.1, one.1),
    ];
    let [a, b, c, d] = turns;
    (a != b && c != d)
        || (a == 0 && within(one, other.0))
        || (b == 0 && within(one, other.1))
        || (c == 0 && within(other, one.0))
        || (d == 0 && within(other, one.1))
}

/// Whether a point of the line of a side is between its ends.
fn within(side: Side<'_>, point: &Position) -> bool {
    let between = |a: i32, b: i32, value: i32| (a.min(b)..=a.max(b)).contains(&value);
    between(side.0.longitude(), side.1.longitude(), point.longitude())
        && between(side.0.latitude(), side.1.latitude(), point.latitude())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: &[(i64, i64)]) -> Vec<Position> {
        pairs
            .iter()
            .map(|(x, y)| Position::new(*x, *y).unwrap())
            .collect()
    }

    #[test]
    fn a_ring_is_closed_and_turns_counterclockwise() {
        let square = points(&[(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]);
        for given in [
            &[(0, 0), (9, 0), (9, 9), (0, 9)][..],
            &[(0, 0), (9, 0), (9, 0), (9, 9), (0, 9), (0, 0)],
            &[(0, 0), (0, 9), (9, 9), (9, 0)],
        ] {
            assert_eq!(ring(points(given)), Some(square.clone()), "{given:?}");
        }
        assert_eq!(ring(square.clone()), Some(square));
    }

    #[test]
    fn what_goes_round_nothing_or_crosses_itself_is_no_area() {
        for given in [
            &[][..],
            &[(0, 0), (9, 0)],
            &[(0, 0), (9, 0), (4, 0)],
            &[(0, 0), (9, 9), (9, 0), (0, 9)],
            &[(0, 0), (9, 0), (9, 9), (4, 0), (0, 9)],
            &[(0, 0), (9, 0), (9, 9), (9, 4), (0, 9)],
            &[(0, 0), (9, 0), (12, 0), (9, 0), (9, 9)],
        ] {
            assert_eq!(ring(points(given)), None, "{given:?}");
        }
    }

    #[test]
    fn the_whole_globe_overflows_nothing() {
        let (x, y) = (180_000_000, 90_000_000);
        assert!(ring(points(&[(-x, -y), (x, -y), (x, y), (-x, y)])).is_some());
    }
}
