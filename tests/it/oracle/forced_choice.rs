//! Most/least tetrads of 300 simulated people.

use boussole::domain::scoring::forced_choice::{IpsativeProfile, MostLeast, score};

use super::oracle_or_skip;

const DIMENSIONS: [&str; 4] = ["D", "I", "S", "C"];

#[test]
fn most_least_and_difference_counts_agree() {
    let oracle = oracle_or_skip!();
    let key = oracle.csv("fc_key.csv");
    let dimension = |name: &String| DIMENSIONS.iter().position(|d| d == name).unwrap();
    let options: Vec<Vec<usize>> =
        ["X1", "X2", "X3", "X4"].map(|option| key.text(option).iter().map(dimension).collect()).to_vec();
    let blocks: Vec<Vec<usize>> = (0..24).map(|block| options.iter().map(|option| option[block]).collect()).collect();
    let responses = oracle.csv("fc_responses.csv");
    let want = oracle.csv("fc_scores.csv");
    for (person, (most, least)) in responses.text("most").iter().zip(responses.text("least")).enumerate() {
        let option = |character: char| character.to_digit(10).map(|digit| digit as usize - 1);
        let choice = |(most, least)| Some(MostLeast { most: option(most)?, least: option(least)? });
        let answers: Vec<_> = most.chars().zip(least.chars()).map(choice).collect();
        let profile = score(4, &blocks, &answers).unwrap();
        assert_eq!(profile.n_blocks.to_string(), want.text("n_blocks")[person]);
        for (name, count) in DIMENSIONS.iter().zip(&profile.dimensions) {
            let column = |kind: &str| &want.text(&format!("{kind}_{name}"))[person];
            assert_eq!(&count.most.to_string(), column("most"), "person {person} {name}");
            assert_eq!(&count.least.to_string(), column("least"), "person {person} {name}");
            assert_eq!(&count.difference().to_string(), column("diff"), "person {person} {name}");
        }
        assert_eq!(order(&profile), want.text("order")[person], "person {person}");
    }
}

fn order(profile: &IpsativeProfile) -> String {
    profile.ranking().into_iter().flatten().map(|dimension| DIMENSIONS[dimension]).collect()
}
