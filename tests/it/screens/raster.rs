//! A CPU rasteriser for egui's meshes: pictures of the screens without any graphics driver, the same on every machine.

use std::collections::HashMap;

use eframe::egui::epaint::{ImageDelta, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, ColorImage, Context, FullOutput, ImageData, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in delta.set.drain() {
            for patch in deltas {
                self.patch(id, &patch);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = RgbaImage::from_pixel(size.x.round() as u32, size.y.round() as u32, Rgba([0, 0, 0, 255]));
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            draw_mesh(&mut canvas, mesh, texture, primitive.clip_rect, scale);
        }
        Ok(canvas)
    }
}

impl CpuRenderer {
    fn patch(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let Some([left, top]) = delta.pos else {
            self.textures.insert(id, (**image).clone());
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        let [width, height] = image.size;
        for row in 0..height {
            let start = (top + row) * texture.size[0] + left;
            texture.pixels[start..start + width].copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
        }
    }
}

fn draw_mesh(canvas: &mut RgbaImage, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
    let edge = |value: f32, limit: u32| (value * scale).round().clamp(0.0, limit as f32) as i32;
    let window = [
        edge(clip.min.x, canvas.width()),
        edge(clip.min.y, canvas.height()),
        edge(clip.max.x, canvas.width()),
        edge(clip.max.y, canvas.height()),
    ];
    for triangle in mesh.indices.chunks_exact(3) {
        let mut corners = [0, 1, 2].map(|corner| mesh.vertices[triangle[corner] as usize]);
        for corner in &mut corners {
            corner.pos = (corner.pos.to_vec2() * scale).to_pos2();
        }
        draw_triangle(canvas, corners, texture, window);
    }
}

/// Twice the signed area of a triangle.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn draw_triangle(canvas: &mut RgbaImage, mut v: [Vertex; 3], texture: &ColorImage, window: [i32; 4]) {
    if area(v[0].pos, v[1].pos, v[2].pos) < 0.0 {
        v.swap(1, 2);
    }
    let total = area(v[0].pos, v[1].pos, v[2].pos);
    if total <= 0.0 {
        return;
    }
    let edges = [(v[1].pos, v[2].pos), (v[2].pos, v[0].pos), (v[0].pos, v[1].pos)];
    let bound = Rect::from_points(&v.map(|vertex| vertex.pos));
    let solid = v[0].uv == v[1].uv && v[0].uv == v[2].uv;
    let flat = v[0].color == v[1].color && v[0].color == v[2].color;
    let fixed_texel = sample(texture, v[0].uv.x, v[0].uv.y);
    let fixed_tint = v[0].color.to_array().map(f32::from);
    let columns = [window[0].max(bound.min.x.floor() as i32), window[2].min(bound.max.x.ceil() as i32)];
    if columns[1] <= columns[0] {
        return;
    }
    let rows = window[1].max(bound.min.y.floor() as i32)..window[3].min(bound.max.y.ceil() as i32);
    // One colour everywhere: what each value of a channel below becomes is worked out once, and whole runs are filled.
    if solid && flat && (columns[1] - columns[0]).max(0) as usize * rows.len() > 256 {
        let filling = Filling::new(fixed_texel, fixed_tint, (columns[1] - columns[0]) as usize);
        for y in rows {
            let (from, until) = span(&edges, y, columns);
            filling.fill(canvas, y as u32, from as u32, until as u32);
        }
        return;
    }
    for y in rows {
        let (from, until) = span(&edges, y, columns);
        for x in from..until {
            let centre = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let [p, q, r] = edges.map(|(a, b)| area(a, b, centre) / total);
            let texel = if solid {
                fixed_texel
            } else {
                let at = |i: usize, share: f32| v[i].uv.to_vec2() * share;
                let uv = at(0, p) + at(1, q) + at(2, r);
                sample(texture, uv.x, uv.y)
            };
            let tint = if flat {
                fixed_tint
            } else {
                let [a, b, c] = [v[0], v[1], v[2]].map(|w| w.color.to_array().map(f32::from));
                [0, 1, 2, 3].map(|i| a[i] * p + b[i] * q + c[i] * r)
            };
            blend(canvas.get_pixel_mut(x as u32, y as u32), texel, tint);
        }
    }
}

/// Returns the run of a row's pixels whose middles lie in a triangle, whose edges turn one way.
fn span(edges: &[(Pos2, Pos2); 3], y: i32, [first, last]: [i32; 2]) -> (i32, i32) {
    // Top-left rule: a pixel on a shared edge belongs to one triangle only.
    let owns = |a: Pos2, b: Pos2| (a.y == b.y && b.x > a.x) || b.y < a.y;
    let is_in = |(a, b): (Pos2, Pos2), x: i32| {
        let side = area(a, b, Pos2::new(x as f32 + 0.5, y as f32 + 0.5));
        side > 0.0 || (side == 0.0 && owns(a, b))
    };
    let (mut from, mut until) = (first, last);
    for &(a, b) in edges {
        if a.y == b.y {
            if !is_in((a, b), from) {
                return (first, first);
            }
            continue;
        }
        if (b.y - a.y).abs() < 1.0 {
            // Nearly level: where it crosses the row is not well known.
            from = (from..until).find(|&x| is_in((a, b), x)).unwrap_or(until);
            until = (from..until).rev().find(|&x| is_in((a, b), x)).map_or(from, |x| x + 1);
            continue;
        }
        // Where the edge crosses the row's middle; the exact pixel is one of its neighbours.
        let crossing = a.x + (b.x - a.x) * (y as f32 + 0.5 - a.y) / (b.y - a.y) - 0.5;
        let crossing = crossing.clamp(first as f32 - 2.0, last as f32 + 2.0) as i32;
        if b.y < a.y {
            let start = (crossing - 2..=crossing + 3).find(|&x| is_in((a, b), x)).unwrap_or(last);
            from = from.max(start);
        } else {
            let end = (crossing - 2..=crossing + 3).rev().find(|&x| is_in((a, b), x)).map_or(first, |x| x + 1);
            until = until.min(end);
        }
    }
    (from, until.max(from))
}

/// A colour to fill runs with.
enum Filling {
    /// A row of the opaque colour.
    Opaque(Vec<u8>),
    /// What each value of red, green and blue below becomes.
    Over(Box<[[u8; 256]; 3]>),
}

impl Filling {
    fn new(texel: [f32; 4], tint: [f32; 4], width: usize) -> Self {
        let mut over = Box::new([[0; 256]; 3]);
        for value in 0..=255_u8 {
            let mut pixel = Rgba([value, value, value, 255]);
            blend(&mut pixel, texel, tint);
            for (table, channel) in over.iter_mut().zip(pixel.0) {
                table[usize::from(value)] = channel;
            }
        }
        if texel[3] * tint[3] < 254.5 {
            return Self::Over(over);
        }
        Self::Opaque([over[0][0], over[1][0], over[2][0], 255].repeat(width))
    }

    fn fill(&self, canvas: &mut RgbaImage, y: u32, from: u32, until: u32) {
        if until <= from {
            return;
        }
        let start = (y * canvas.width() + from) as usize * 4;
        let bytes: &mut [u8] = canvas;
        let run = &mut bytes[start..start + (until - from) as usize * 4];
        match self {
            Self::Opaque(row) => run.copy_from_slice(&row[..run.len()]),
            Self::Over(over) => {
                for pixel in run.chunks_exact_mut(4) {
                    pixel[0] = over[0][usize::from(pixel[0])];
                    pixel[1] = over[1][usize::from(pixel[1])];
                    pixel[2] = over[2][usize::from(pixel[2])];
                }
            }
        }
    }
}

/// Blends a premultiplied colour over a pixel, in gamma space as egui's shader does.
fn blend(Rgba(below): &mut Rgba<u8>, texel: [f32; 4], tint: [f32; 4]) {
    let rest = 1.0 - texel[3] * tint[3] / 255.0;
    for channel in 0..3 {
        let value = texel[channel] * tint[channel] + f32::from(below[channel]) * rest;
        below[channel] = value.round().clamp(0.0, 255.0) as u8;
    }
}

/// Samples the texture with bilinear filtering; channels are premultiplied, from 0 to 1.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let x = (u * width as f32 - 0.5).clamp(0.0, width as f32 - 1.0);
    let y = (v * height as f32 - 0.5).clamp(0.0, height as f32 - 1.0);
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x - left as f32, y - top as f32);
    let texel = |x: usize, y: usize| -> [f32; 4] {
        let colour: Color32 = texture.pixels[y * width + x];
        colour.to_array().map(|byte| f32::from(byte) / 255.0)
    };
    let (a, b, c, d) = (texel(left, top), texel(right, top), texel(left, bottom), texel(right, bottom));
    std::array::from_fn(|i| (a[i] * (1.0 - fx) + b[i] * fx) * (1.0 - fy) + (c[i] * (1.0 - fx) + d[i] * fx) * fy)
}
