use std::collections::HashSet;

use super::*;

const TURNS: [Turn; 4] = [Turn::Forty, Turn::Eighty, Turn::HundredTwenty, Turn::HundredSixty];

fn solids() -> impl Iterator<Item = Radicals> {
    let arms = [Arms::Three, Arms::Four].into_iter();
    let axes = arms.flat_map(|arms| [Axis::PicturePlane, Axis::Depth].map(|axis| (arms, axis)));
    let turns = axes.flat_map(|(arms, axis)| TURNS.map(|turn| (arms, axis, turn)));
    turns.flat_map(|(arms, axis, turn)| {
        [Foils::Mirror, Foils::Structure].map(|foils| Radicals::Solid { arms, axis, turn, foils })
    })
}

#[test]
fn one_option_alone_is_the_same_object() {
    for radicals in solids() {
        for seed in 0..3 {
            let rotated = generate(seed, &radicals).unwrap();
            let same = |option: &Seen| polycube::is_same_object(&rotated.target.cubes, &option.cubes);
            let places: Vec<usize> = (0..4).filter(|&place| same(&rotated.options[place])).collect();
            assert_eq!(places, [rotated.right], "{radicals:?} {seed}");
        }
    }
}

#[test]
fn mirror_foils_are_two_objects_and_their_mirror_images() {
    let radicals = Radicals::Solid { arms: Arms::Four, axis: Axis::Depth, turn: Turn::Eighty, foils: Foils::Mirror };
    for seed in 0..20 {
        let rotated = generate(seed, &radicals).unwrap();
        let has_mirror = |option: &Seen| {
            let mirror = polycube::mirrored(&option.cubes);
            rotated.options.iter().filter(|other| polycube::is_same_object(&mirror, &other.cubes)).count() == 1
        };
        assert!(rotated.options.iter().all(has_mirror), "{seed}");
    }
}

#[test]
fn every_cube_is_seen_and_pictures_differ() {
    for radicals in solids() {
        let rotated = generate(7, &radicals).unwrap();
        assert!(rotated.options.iter().chain([&rotated.target]).all(shows_all), "{radicals:?}");
        let (Stem::Rotation(target), Answer::Figure { options, .. }) = rotated.drawn() else { panic!() };
        let pictures: HashSet<_> = options.iter().chain([&target]).collect();
        assert_eq!(pictures.len(), 5, "{radicals:?}");
        assert!(pictures.iter().all(|figure| figure.is_inside()), "{radicals:?}");
    }
}

#[test]
fn objects_turn_by_the_angle_asked() {
    let radicals = Radicals::Solid { arms: Arms::Three, axis: Axis::Depth, turn: Turn::Forty, foils: Foils::Mirror };
    let rotated = generate(3, &radicals).unwrap();
    let azimuth = |seen: &Seen| match seen.view {
        View::Oblique { azimuth, .. } => azimuth.get(),
        View::Above { .. } => panic!(),
    };
    let by = (azimuth(&rotated.options[rotated.right]) - azimuth(&rotated.target)).rem_euclid(360);
    assert!([40, 320].contains(&by), "{by}");
}

#[test]
fn flat_pieces_have_a_hand_and_no_symmetry() {
    let quarter_turns = |squares: &[[i32; 2]]| -> HashSet<Vec<Cube>> {
        let spun = |turns: i32| {
            squares.iter().map(move |&[x, y]| match turns {
                0 => [x, y, 0],
                1 => [-y, x, 0],
                2 => [-x, -y, 0],
                _ => [y, -x, 0],
            })
        };
        (0..4).map(|turns| polycube::normal_form(&spun(turns).collect::<Vec<_>>())).collect()
    };
    for piece in PENTOMINOES.into_iter().chain([TETROMINO]) {
        let mirror: Vec<[i32; 2]> = piece.iter().map(|&[x, y]| [-x, y]).collect();
        assert_eq!(quarter_turns(piece).len(), 4, "{piece:?}");
        assert!(quarter_turns(piece).is_disjoint(&quarter_turns(&mirror)), "{piece:?}");
    }
    assert!(PENTOMINOES.iter().all(|piece| piece.len() == 5));
}

#[test]
fn flat_items_are_made_for_every_piece_and_turn() {
    for piece in [Piece::Four, Piece::Five] {
        for turn in TURNS {
            for seed in 0..20 {
                assert!(generate(seed, &Radicals::Flat { piece, turn }).is_ok(), "{piece:?} {turn:?} {seed}");
            }
        }
    }
}

#[test]
fn larger_turns_have_a_higher_prior() {
    let prior = |turn| Radicals::Flat { piece: Piece::Five, turn }.prior_difficulty();
    assert!(TURNS.map(prior).is_sorted());
}
